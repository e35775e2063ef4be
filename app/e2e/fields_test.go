package e2e

import (
	"strings"
	"testing"
)

// What cannot be used is refused with a message at the field, and everything
// stays as it was.
func TestBadInput(t *testing.T) {
	t.Parallel()
	tests := []struct {
		function string
		field    string
		typed    string
		says     string // a part of the message
	}{
		{"fibonacci", "n", "", "whole number"},
		{"fibonacci", "n", "5001", "5,000"},
		{"fibonacci", "n", "-1001", "-1,000"},
		{"fibonacci", "n", "1.5", "whole number"},
		{"fibonacci", "n", "1e3", "whole number"},
		{"fibonacci", "n", "--", "number"},
		{"fibonacci", "n", "99999999999999999999999", "too large"},
		{"factorial", "n", "5001", "5,000"},
		{"factorial", "n", "", "whole number"},
		{"calc_pi", "terms", "-1", "negative"},
		{"calc_pi", "terms", "20000001", "20,000,000"},
		{"calc_pi", "terms", "e", "number"},
		{"fibonacci", "maxsize value", "", "None"},
		{"fibonacci", "maxsize value", "-1", "negative"},
		{"fibonacci", "maxsize value", "5001", "5,000"},
		{"fibonacci", "maxsize value", "2.5", "whole number"},
		{"fibonacci", "maxsize value", "e", "number"},
	}
	p := open(t)
	chosen := "fibonacci"
	for _, test := range tests {
		if test.function != chosen {
			p.choose(test.function)
			chosen = test.function
			p.wait("it has run", func() bool { return strings.Contains(p.console(), chosen+"(") })
		}
		before := p.facts()
		field := p.find("spinbutton", test.field)
		if test.field == "maxsize value" {
			field.paste(test.typed) // what is typed acts at once, digit by digit
		} else {
			field.fill(test.typed)
			p.clickButton("Call")
		}
		var message string
		ok := p.waits(func() bool {
			field := p.find("spinbutton", test.field)
			message = field.description
			return strings.Contains(message, test.says) && field.attr("aria-invalid") == "true"
		})
		if !ok {
			t.Errorf("%s(%s=%q): the field's message is %q, want one with %q", test.function, test.field, test.typed, message, test.says)
		}
		if field := p.find("spinbutton", test.field); ok && !p.messageAt(field) {
			t.Errorf("%s(%s=%q): the message %q is not to be seen near the field", test.function, test.field, test.typed, message)
		}
		if after := p.facts(); after != before {
			t.Errorf("%s(%s=%q) changed\n%s\ninto\n%s", test.function, test.field, test.typed, before, after)
		}

		// The field mends as soon as it holds something that can be used.
		good := map[string]string{"n": "5", "terms": "5", "maxsize value": "2"}[test.field]
		p.find("spinbutton", test.field).fill(good)
		waitFor(p, "aria-invalid after "+good, "false", func() string {
			return p.find("spinbutton", test.field).attr("aria-invalid")
		})
	}
}

// facts is all that bad input must not change.
func (p *page) facts() string {
	p.t.Helper()
	return p.info() + "\n" + p.list() + "\n" + p.console()
}

// messageAt reports whether the field's message is visible within a hand's
// breadth of it.
func (p *page) messageAt(field element) bool {
	p.t.Helper()
	return on[bool](field, `function() {
		const at = this.getBoundingClientRect();
		return this.getAttribute("aria-describedby").split(" ").some(id => {
			const message = document.getElementById(id);
			if (!message || !message.checkVisibility()) return false;
			const r = message.getBoundingClientRect();
			return r.height > 0 && r.top - at.bottom < 150 && at.top - r.bottom < 150;
		});
	}`)
}
