package formats

import (
	"encoding/xml"
	"fmt"
	"io"

	"github.com/jstemmer/go-junit-report/v2/junit"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/render"
)

// writeJUnit writes a suite of JUnit for each package with reports, each report a test that fails.
// What could not be analysed is a test with an error. Where there is neither, one test passes: a
// file without tests is one that CI servers refuse.
func writeJUnit(w io.Writer, run *render.Run) error {
	all := junit.Testsuites{Name: "jwtvet"}
	all.AddSuite(whole(run))
	suites, order := map[string]*junit.Testsuite{}, []string{}
	for _, f := range run.Shown() {
		name := render.Visible(run.Package(f))
		s := suites[name]
		if s == nil {
			s = &junit.Testsuite{Name: name, Package: name, Time: "0", ID: len(suites) + 1}
			suites[name], order = s, append(order, name)
		}
		path, _ := run.Path(f.Position.File)
		f.Position.File = path
		place := render.Visible(f.Position.String())
		s.AddTestcase(junit.Testcase{
			Name: render.Visible(f.Rule.ID) + " " + place, Classname: name, Time: "0",
			Failure: &junit.Result{
				Message: render.Visible(f.Message), Type: f.Severity,
				Data: place + ": " + paragraph(run, f),
			},
		})
	}
	for _, name := range order {
		all.AddSuite(*suites[name])
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	return all.WriteXML(w)
}

// whole is the suite about the run itself.
func whole(run *render.Run) junit.Testsuite {
	s := junit.Testsuite{Name: "jwtvet", Time: "0"}
	for i, f := range run.Failures {
		text := render.Visible(render.Failure(f))
		s.AddTestcase(junit.Testcase{
			Name: fmt.Sprintf("analysis %d", i+1), Classname: "jwtvet", Time: "0",
			Error: &junit.Result{Message: text, Type: "not analysed"},
		})
	}
	if len(run.Failures) == 0 {
		s.AddTestcase(junit.Testcase{Name: "analysis", Classname: "jwtvet", Time: "0"})
	}
	s.AddProperty("version", run.Version)
	s.AddProperty("summary", render.Summary(run))
	return s
}

// checkstyle is the form of Checkstyle, a tool for Java.
type checkstyle struct {
	XMLName xml.Name         `xml:"checkstyle"`
	Version string           `xml:"version,attr"`
	Files   []checkstyleFile `xml:"file"`
}

type checkstyleFile struct {
	Name   string            `xml:"name,attr"`
	Errors []checkstyleError `xml:"error"`
}

type checkstyleError struct {
	Line     int    `xml:"line,attr"`
	Column   int    `xml:"column,attr,omitempty"`
	Severity string `xml:"severity,attr"`
	Message  string `xml:"message,attr"`
	Source   string `xml:"source,attr"`
}

var checkstyleSeverity = map[string]string{
	"critical": "error", "high": "error", "medium": "warning", "low": "info",
}

// writeCheckstyle writes an XML document of Checkstyle. Reports come sorted by file.
func writeCheckstyle(w io.Writer, run *render.Run) error {
	doc := checkstyle{Version: "5.0"}
	for _, f := range run.Shown() {
		path, _ := run.Path(f.Position.File)
		path = render.Visible(path)
		if n := len(doc.Files); n == 0 || doc.Files[n-1].Name != path {
			doc.Files = append(doc.Files, checkstyleFile{Name: path})
		}
		of := &doc.Files[len(doc.Files)-1]
		of.Errors = append(of.Errors, checkstyleError{
			Line: f.Position.Line, Column: f.At().Char, Severity: checkstyleSeverity[f.Severity],
			Message: render.Visible(f.Message), Source: "jwtvet." + render.Visible(f.Rule.ID),
		})
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	enc := xml.NewEncoder(w)
	enc.Indent("", "\t")
	if err := enc.Encode(doc); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}
