package formats

import (
	_ "embed" // for the parts of the page
	"html/template"
	"io"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/render"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/webpage"
	"github.com/jwtvet/jwtvet/internal/settings"
)

// The parts of the page.
var (
	//go:embed page/page.html
	pageText string
	//go:embed page/page.css
	pageStyle string
	//go:embed page/page.js
	pageScript string
)

// page is what the template shows. Every text of it shows all its characters.
type page struct {
	webpage.Page
	Summary    string
	Version    string
	Severities []tally
	Packages   []row
	Categories []string
	Reports    []card
	Failures   []string
}

// tally is how often something is reported.
type tally struct {
	Name  string
	Count int
}

// row is a package with its reports by severity, from worst to mildest.
type row struct {
	Name   string
	Counts []int
	All    int
}

// card is a report.
type card struct {
	Fingerprint, Severity, Category, Package, URL, Message, Fix, Rules, Place string
	Code                                                                      *render.Code
	Flow                                                                      []cardStep
}

type cardStep struct {
	Message, Place string
	Reported       bool
	Code           *render.Code
}

// writeHTML writes one page that needs nothing else.
func writeHTML(w io.Writer, run *render.Run) error {
	t, err := template.New("page").Parse(pageText)
	if err != nil {
		return err
	}
	p := page{
		Page:    webpage.New(pageStyle, pageScript),
		Summary: render.Summary(run), Version: run.Version,
	}
	p.fill(run)
	return t.Execute(w, p)
}

// fill puts reports and their counts on the page.
func (p *page) fill(run *render.Run) {
	for _, name := range settings.Severities {
		p.Severities = append(p.Severities, tally{Name: name})
	}
	for _, f := range run.Shown() {
		c := cardOf(run, f)
		p.Reports = append(p.Reports, c)
		if !slices.Contains(p.Categories, c.Category) {
			p.Categories = append(p.Categories, c.Category)
		}
		i := slices.IndexFunc(p.Packages, func(r row) bool { return r.Name == c.Package })
		if i < 0 {
			i = len(p.Packages)
			p.Packages = append(p.Packages, row{
				Name: c.Package, Counts: make([]int, len(settings.Severities)),
			})
		}
		p.Packages[i].All++
		if rank := slices.Index(settings.Severities, f.Severity); rank >= 0 {
			p.Packages[i].Counts[rank]++
			p.Severities[rank].Count++
		}
	}
	slices.Sort(p.Categories)
	slices.SortFunc(p.Packages, func(a, b row) int { return strings.Compare(a.Name, b.Name) })
	for _, f := range run.Failures {
		p.Failures = append(p.Failures, render.Visible(render.Failure(f)))
	}
}

// cardOf returns what the page says of a finding.
func cardOf(run *render.Run, f render.Finding) card {
	c := card{
		Fingerprint: f.Fingerprint, Severity: f.Severity, Category: render.Visible(f.Category),
		Package: render.Visible(run.Package(f)), URL: f.Rule.URL,
		Message: render.Visible(f.Message), Fix: f.Rule.Fix, Place: place(run, f.At()),
		Rules: strings.Join(append(f.Rule.Weaknesses(), f.Rule.Standards...), " · "),
	}
	if len(f.Flow) < 2 {
		c.Code = code(f.At())
		return c
	}
	for _, s := range f.Flow {
		step := cardStep{render.Visible(s.Message), place(run, s), s.Reported, code(s)}
		if s.Reported {
			step.Message = "reported here"
		}
		c.Flow = append(c.Flow, step)
	}
	return c
}

// place names a step in the repository.
func place(run *render.Run, s render.Step) string {
	s.Position.File, _ = run.Path(s.Position.File)
	return render.Visible(render.Place(s.Position))
}

// code returns the line of a step, nil where there is none.
func code(s render.Step) *render.Code {
	if s.Code == (render.Code{}) {
		return nil
	}
	return &s.Code
}
