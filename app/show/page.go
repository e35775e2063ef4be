package show

import (
	"slices"
	"strconv"
	"strings"

	"playground/app/markup"
	"playground/app/views"
)

// A Page is what all places have around what they show: the visitor's settings,
// what is said above the page and read out, the dialog over it. Places embed it.
// The zero Page has nothing to say.
type Page struct {
	settings   Settings
	notices    []string
	newVersion bool
	said       string
	copied     string
	sheet      views.Sheet
}

// Settings are what a visitor chose for the look of the page, to be kept in the
// browser.
type Settings struct {
	Theme string // "light", "dark", or "" for what the system has
	Still bool   // nothing moves
	Told  bool   // the tip was put away
	Ratio bool   // the curve shows hit ratios
	List  bool   // the entries are shown as a list
	Speed string // of playing, one of [views.Speeds]; "" for 1
	Done  string // the experiments that were run, each with what was guessed: name:guess
}

// String writes the settings as they are kept: the names of what was chosen and,
// on a line of their own, the experiments.
func (s Settings) String() string {
	var words []string
	if s.Theme != "" {
		words = append(words, s.Theme)
	}
	if s.Still {
		words = append(words, "still")
	}
	if s.Told {
		words = append(words, "told")
	}
	if s.Ratio {
		words = append(words, "ratio")
	}
	if s.List {
		words = append(words, "list")
	}
	if s.Speed != "" {
		words = append(words, s.Speed)
	}
	return strings.Join(words, " ") + "\n" + s.Done
}

// ReadSettings reads what String has written. What means nothing is as if never
// chosen.
func ReadSettings(text string) (s Settings) {
	text, s.Done, _ = strings.Cut(text, "\n")
	for word := range strings.FieldsSeq(text) {
		switch word {
		case "light", "dark":
			s.Theme = word
		case "still":
			s.Still = true
		case "told":
			s.Told = true
		case "ratio":
			s.Ratio = true
		case "list":
			s.List = true
		default:
			if slices.Contains(views.Speeds(), word) {
				s.Speed = word
			}
		}
	}
	return s
}

// Settings are those of the visitor.
func (p *Page) Settings() Settings { return p.settings }

// Adjust takes settings that were chosen before.
func (p *Page) Adjust(s Settings) Change {
	p.settings = s
	return Dressed
}

// KeepGuess notes that an experiment was run, and what was guessed; negative for
// nothing.
func (p *Page) KeepGuess(name string, guess int) {
	kept := slices.DeleteFunc(strings.Fields(p.settings.Done), func(word string) bool {
		return strings.HasPrefix(word, name+":")
	})
	p.settings.Done = strings.Join(append(kept, name+":"+strconv.Itoa(guess)), " ")
}

// ForgetGuesses forgets which experiments were run.
func (p *Page) ForgetGuesses() { p.settings.Done = "" }

// Notice says something above the page, until it is put away.
func (p *Page) Notice(sentences ...string) Change {
	p.notices = append(p.notices, sentences...)
	return Notices
}

// NoticeOnly puts away what Notice has said, which was about another view, and says
// this instead, if anything. That a new version is ready stays.
func (p *Page) NoticeOnly(sentences ...string) Change {
	if len(p.notices)+len(sentences) == 0 {
		return 0
	}
	p.notices = sentences
	return Notices
}

// NewVersion says that a new version of the page is ready.
func (p *Page) NewVersion() Change {
	p.newVersion = true
	return Notices
}

// Dismiss puts the notices away.
func (p *Page) Dismiss() Change {
	p.notices, p.newVersion = nil, false
	return Notices
}

// Say has a sentence read out.
func (p *Page) Say(sentence string) Change {
	if sentence == p.said {
		return 0
	}
	p.said = sentence
	return Said
}

// Copied notes what was copied to the clipboard last, for its button to say so.
func (p *Page) Copied(what string) Change {
	p.copied = what
	return Sheet | Dressed
}

// WasCopied is what was copied last.
func (p *Page) WasCopied() string { return p.copied }

// Open shows a sheet over the page.
func (p *Page) Open(s views.Sheet) Change {
	p.sheet, p.copied = s, ""
	return Sheet
}

// PageViews are the views that every place has.
func (p *Page) PageViews() []View {
	return []View{
		{ID: "notices", On: Notices, Draw: func(int) markup.Node { return views.Notices(p.notices, p.newVersion) }},
		{ID: "sheet-view", On: Sheet, Draw: func(int) markup.Node { return p.sheet.Draw(p.copied) }},
		{ID: "status", On: Said, Draw: func(int) markup.Node { return markup.El("span").Say(p.said) }},
	}
}

// DoPage does what the controls say that every place has.
func (p *Page) DoPage(what string, in Input) (Change, bool) {
	switch what {
	case "theme":
		p.settings.Theme = map[string]string{"": "light", "light": "dark", "dark": ""}[p.settings.Theme]
	case "motion":
		p.settings.Still = !in.Checked
	case "put-away":
		p.settings.Told = true
	case "dismiss":
		return p.Dismiss(), true
	default:
		return 0, false
	}
	return Dressed, true
}
