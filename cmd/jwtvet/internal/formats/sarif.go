package formats

import (
	"io"
	"net/url"
	"path/filepath"
	"strings"

	"github.com/chavacava/garif"
	"golang.org/x/mod/semver"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/render"
)

// sarifLog is a log file of one run. A run without results says that nothing was found, which the
// library would leave out.
type sarifLog struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

type sarifRun struct {
	*garif.Run
	Results []*garif.Result `json:"results"`
}

const (
	sarifSchema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/" +
		"sarif-schema-2.1.0.json"
	sourceRoot  = "%SRCROOT%" // what names of files are relative to
	fingerprint = "jwtvet/v1"
)

// The taxonomy that rules refer to.
const (
	cweName    = "CWE"
	cweVersion = "4.4"
	cweGUID    = "FFC64C90-42B6-44CE-8BEB-F6B7DAE649E5" // as in MITRE's own SARIF taxonomy
	cweURL     = "https://cwe.mitre.org/data/definitions/"
)

// sarifLevel is how bad a report is for those who know three ranks.
var sarifLevel = map[string]garif.ResultLevel{
	"critical": garif.ResultLevel_Error, "high": garif.ResultLevel_Error,
	"medium": garif.ResultLevel_Warning, "low": garif.ResultLevel_Note,
}

// score is how bad a category is, as CVSS counts: GitHub makes the same four ranks of it.
var score = map[string]string{"critical": "9.3", "high": "8.0", "medium": "5.5", "low": "3.0"}

// writeSARIF writes a log of SARIF 2.1.0. GitHub makes open alerts of suppressed results, so that
// only those who ask for them get them.
func writeSARIF(w io.Writer, run *render.Run, findings []render.Finding) error {
	r := garif.NewRun(garif.NewTool(driver(run)))
	r.ColumnKind = "utf16CodeUnits"
	r.Taxonomies = []*garif.ToolComponent{weaknesses(run.Rules)}
	r.Invocations = []*garif.Invocation{invocation(run)}
	r.AutomationDetails = garif.NewRunAutomationDetails()
	r.AutomationDetails.Id = "jwtvet/"
	results := []*garif.Result{}
	for _, f := range findings {
		results = append(results, result(run, f))
	}
	return render.WriteJSON(w, sarifLog{sarifSchema, "2.1.0", []sarifRun{{r, results}}})
}

// driver describes the program and every rule that it has.
func driver(run *render.Run) *garif.ToolComponent {
	d := garif.NewDriver("jwtvet")
	d.InformationUri = "https://github.com/jwtvet/jwtvet"
	d.Version = strings.TrimPrefix(run.Version, "v") // validators want it to begin with a digit
	if semver.IsValid(run.Version) {
		d.SemanticVersion = strings.TrimPrefix(run.Version, "v")
	}
	cwe := garif.NewToolComponentReference()
	cwe.Name, cwe.Guid = cweName, cweGUID
	d.SupportedTaxonomies = []*garif.ToolComponentReference{cwe}
	for _, r := range run.Rules {
		d.Rules = append(d.Rules, descriptor(r, cwe))
	}
	return d
}

// descriptor describes a rule.
func descriptor(r *render.Rule, cwe *garif.ToolComponentReference) *garif.ReportingDescriptor {
	d := garif.NewRule(r.ID)
	d.ShortDescription = garif.NewMultiformatMessageString(sentence(r.Title))
	full, _, _ := strings.Cut(r.Text, "\n\n")
	d.FullDescription = garif.NewMultiformatMessageString(strings.Join(strings.Fields(full), " "))
	d.HelpUri = r.URL
	d.Help = garif.NewMultiformatMessageString(r.Help())
	d.Help.Markdown = markdown(r)
	d.DefaultConfiguration = garif.NewReportingConfiguration()
	d.DefaultConfiguration.Enabled = true
	d.DefaultConfiguration.Level = sarifLevel[r.Severity]
	tags := []string{"security", "jwt"}
	for _, n := range r.Weaknesses() {
		tags = append(tags, "external/cwe/"+strings.ToLower(n))
		target := garif.NewReportingDescriptorReference()
		target.Id, target.ToolComponent = strings.TrimPrefix(n, "CWE-"), cwe
		rel := garif.NewReportingDescriptorRelationship(target)
		rel.Kinds = []string{"superset"}
		d.Relationships = append(d.Relationships, rel)
	}
	d.Properties = &garif.PropertyBag{
		"tags": tags, "precision": r.Precision, "security-severity": score[r.Severity],
		"problem.severity": problem[r.Severity], "standards": append([]string{}, r.Standards...),
	}
	return d
}

// problem is the severity in the words of CodeQL, which GitHub shows for rules.
var problem = map[string]string{
	"critical": "error", "high": "error", "medium": "warning", "low": "recommendation",
}

// markdown returns the help of a rule. Its code blocks are indented, as in the text.
func markdown(r *render.Rule) string {
	return "**" + sentence(r.Title) + "**\n\n**How to fix:** " + r.Fix + ".\n\n" + r.Text +
		"\n\n[Documentation](" + r.URL + ")"
}

// sentence makes a sentence of a title.
func sentence(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:] + "."
}

// weaknesses returns the part of the CWE that rules refer to.
func weaknesses(rules []*render.Rule) *garif.ToolComponent {
	t := garif.NewToolComponent(cweName)
	t.Guid, t.Version, t.Organization = cweGUID, cweVersion, "MITRE"
	t.InformationUri = "https://cwe.mitre.org/"
	t.ShortDescription = garif.NewMultiformatMessageString(
		"The MITRE Common Weakness Enumeration")
	seen := map[string]bool{}
	for _, r := range rules {
		for _, n := range r.Weaknesses() {
			if !seen[n] {
				seen[n] = true
				d := garif.NewReportingDescriptor(strings.TrimPrefix(n, "CWE-"))
				d.HelpUri = cweURL + d.Id + ".html"
				t.Taxa = append(t.Taxa, d)
			}
		}
	}
	return t
}

// invocation says whether everything was analysed, and what was not.
func invocation(run *render.Run) *garif.Invocation {
	i := garif.NewInvocation(true) // the run came to its end
	for _, f := range run.Failures {
		n := garif.NewNotification(garif.NewMessageFromText(render.Failure(f)))
		n.Level = "error"
		i.ToolExecutionNotifications = append(i.ToolExecutionNotifications, n)
	}
	for _, p := range run.Placeholders {
		n := garif.NewNotification(garif.NewMessageFromText(render.Placeholder(p)))
		n.Level = "note"
		i.ToolExecutionNotifications = append(i.ToolExecutionNotifications, n)
	}
	return i
}

// result is a report.
func result(run *render.Run, f render.Finding) *garif.Result {
	r := garif.NewResult(garif.NewMessageFromText(f.Message))
	r.RuleId, r.Level, r.Kind = f.Rule.ID, sarifLevel[f.Severity], garif.ResultKind_Fail
	r.Locations = []*garif.Location{location(run, f.At(), "")}
	r.PartialFingerprints = map[string]string{fingerprint: f.Fingerprint}
	if len(f.Flow) > 1 {
		r.CodeFlows = []*garif.CodeFlow{codeFlow(run, f)}
		for i, s := range f.Flow {
			if !s.Reported {
				l := location(run, s, s.Message)
				l.Id = i + 1
				r.RelatedLocations = append(r.RelatedLocations, l)
			}
		}
	}
	for _, fix := range f.Fixes {
		r.Fixes = append(r.Fixes, changes(run, fix))
	}
	if s := f.Suppression; s != nil {
		r.Suppressions = []*garif.Suppression{suppressed(run, s)}
	}
	return r
}

// codeFlow is the way of a value.
func codeFlow(run *render.Run, f render.Finding) *garif.CodeFlow {
	var steps []*garif.ThreadFlowLocation
	for i, s := range f.Flow {
		step := garif.NewThreadFlowLocation()
		step.Location = location(run, s, s.Message)
		step.ExecutionOrder, step.Importance = i+1, "essential"
		steps = append(steps, step)
	}
	return garif.NewCodeFlow(garif.NewThreadFlow(steps))
}

// location is a place, with what happens there.
func location(run *render.Run, s render.Step, message string) *garif.Location {
	l := garif.NewLocation()
	l.PhysicalLocation = garif.NewPhysicalLocation()
	l.PhysicalLocation.ArtifactLocation = artifact(run, s.Position.File)
	if s.Position.Line > 0 {
		region := garif.NewRegion()
		region.StartLine, region.StartColumn = s.Position.Line, s.Char
		if s.End.Line > s.Position.Line || s.EndChar > s.Char {
			region.EndLine, region.EndColumn = s.End.Line, s.EndChar
		}
		l.PhysicalLocation.Region = region
	}
	if message != "" {
		l.Message = garif.NewMessageFromText(message)
	}
	return l
}

// artifact names a file.
func artifact(run *render.Run, file string) *garif.ArtifactLocation {
	a := garif.NewArtifactLocation()
	path, inside := run.Path(file)
	switch {
	case inside:
		a.Uri, a.UriBaseId = (&url.URL{Path: path}).String(), sourceRoot
	case filepath.IsAbs(file):
		a.Uri = (&url.URL{Scheme: "file", Path: "/" + strings.TrimPrefix(path, "/")}).String()
	default:
		a.Uri = (&url.URL{Path: path}).String()
	}
	return a
}
