package calls

import (
	"slices"
	"strings"
)

// body reads K [asks A B …] returns|raises TEXT.
func (p *recordParser) body(rest string) string {
	const form = "it must read like body 1 asks 2 3 returns 1"
	word, rest, _ := strings.Cut(rest, " ")
	k, ok := p.number(word)
	if !ok {
		return p.noKey(word)
	}
	word, rest, ok = strings.Cut(rest, " ")
	if !ok {
		return form
	}
	var asks []Step
	if word == "asks" {
		var want string
		if asks, word, rest, want = p.asks(rest); want != "" {
			return want
		}
	}
	run := Key{Outcome: Returned, Text: p.texts.KeepString(rest), Asks: asks} // the line itself may be long, and can go
	switch word {
	case "returns":
	case "raises":
		run.Outcome = Raised
		if interrupted(rest) {
			run.Outcome = Interrupted
		}
	default:
		return form
	}
	if p.take(len(asks), 0, len(rest)) {
		p.ran(&p.rec.Keys[k], run)
	}
	return ""
}

// asks reads A B … up to returns or raises, the word that it returns.
func (p *recordParser) asks(rest string) (asks []Step, word, after, want string) {
	from := len(p.arena)
	for {
		word, after, _ = strings.Cut(rest, " ")
		if word == "returns" || word == "raises" {
			break
		}
		rest = after
		if name, ok := strings.CutPrefix(word, "clear:"); ok {
			f, known := p.functions[name]
			if !known {
				return nil, "", "", "there is no line yet with function " + name
			}
			p.arena = append(p.arena, Clear(f))
			continue
		}
		if word == "" {
			return nil, "", "", "the line ends before it says what the body returns or raises"
		}
		k, ok := p.number(word)
		if !ok {
			return nil, "", "", p.noKey(word)
		}
		p.arena = append(p.arena, Ask(k))
	}
	if asks = slices.Clip(p.arena[from:]); len(asks) == 0 {
		asks = nil
	}
	if len(p.arena) > 4096 { // what it holds is in use and stays where it is
		p.arena = make([]Step, 0, 8192)
	}
	return asks, word, after, ""
}

// interrupted tells whether an exception says nothing about the function.
func interrupted(text string) bool {
	name, _, _ := strings.Cut(text, ":")
	return name == "RecursionError" || name == "MemoryError" || name == "KeyboardInterrupt"
}

// ran notes that the body of a key ran.
func (p *recordParser) ran(k *Key, run Key) {
	switch {
	case k.Outcome == Unfinished || k.Outcome == Interrupted:
		k.Outcome, k.Text, k.Asks = run.Outcome, run.Text, run.Asks
	case run.Outcome == Interrupted:
	case k.Outcome != run.Outcome || !slices.Equal(k.Asks, run.Asks):
		k.Contradicts = true
	}
}
