package audit

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/render"
	"github.com/jwtvet/jwtvet/internal/inventory"
)

// writeMarkdown writes an audit for pull requests: tables of the checklist and of the inventory.
func writeMarkdown(w io.Writer, _ bool, a *Audit) error {
	b := bufio.NewWriter(w)
	if a.Diff != nil {
		writeDiff(b, a)
		return b.Flush()
	}
	fmt.Fprintf(b, "# JWT audit of %s\n\n%s.\n", plain(a.Title), plain(a.Summary()))
	for _, f := range a.Failures {
		fmt.Fprintf(b, "\n> %s\n", plain(f))
	}
	b.WriteString("\n## Checklist\n")
	for _, g := range Groups {
		fmt.Fprintf(b, "\n### %s\n\n| item | state | seen | standards |\n|---|---|---|---|\n", g)
		for _, it := range a.In(g) {
			fmt.Fprintf(b, "| %s | %s | %s | %s |\n", plain(it.Title), it.State,
				strings.Join(seen(it), "<br>"), Standards(it))
		}
	}
	b.WriteString("\n## Inventory\n")
	for _, k := range inventory.Kinds {
		list := a.Of(k)
		if len(list) == 0 {
			continue
		}
		fmt.Fprintf(b, "\n### %s\n\n| place | function | what | known |\n|---|---|---|---|\n", Headings[k])
		for _, e := range list {
			fmt.Fprintf(b, "| %s | %s | %s | %s |\n", code(Place(e.Position)), code(e.Function),
				plain(e.Title()), plain(strings.Join(e.Details(), "; ")))
		}
	}
	fmt.Fprintf(b, "\nMade by %s. An item that is not seen may be there all the same: source shows "+
		"no proxy, no operation and no history.\n", plain(a.Tool))
	return b.Flush()
}

// Table returns the checklist as a table of Markdown, for the documentation.
func Table() string {
	var b strings.Builder
	b.WriteString("| | item | standards | contradicted by |\n|---|---|---|---|\n")
	group := ""
	for _, r := range checklist {
		name := r.group
		if name == group {
			name = ""
		}
		group = r.group
		fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", name, r.title,
			Standards(Item{ASVS: r.asvs, RFC: r.rfc}), strings.Join(r.against, ", "))
	}
	return b.String()
}

// seen returns what is seen of an item, at most [most] of what shows it and of what is against it.
func seen(it Item) []string {
	var out []string
	for i, r := range it.Against {
		if i == most && len(it.Against) > most+1 {
			out = append(out, fmt.Sprintf("against: %d more reports", len(it.Against)-most))
			break
		}
		out = append(out, fmt.Sprintf("against: [%s](%s) %s", r.Category, r.URL, code(Place(r.Position))))
	}
	for i, v := range it.Evidence {
		if i == most && len(it.Evidence) > most+1 {
			out = append(out, fmt.Sprintf("and %d more", len(it.Evidence)-most))
			break
		}
		out = append(out, plain(v.Words())+" "+code(Place(v.Position)))
	}
	return out
}

// special are the characters that mean something in Markdown, or in a cell of a table.
var special = strings.NewReplacer(`\`, `\\`, "|", `\|`, "*", `\*`, "_", `\_`, "`", "\\`",
	"<", "&lt;", ">", "&gt;", "[", `\[`, "]", `\]`, "&", "&amp;", "#", `\#`, "~", `\~`)

// plain writes a text so that Markdown shows it as it is.
func plain(s string) string { return special.Replace(render.Visible(s)) }

// code writes a text as code, "" as nothing.
func code(s string) string {
	if s == "" {
		return ""
	}
	s = strings.ReplaceAll(render.Visible(s), "`", "'")
	return "`" + strings.ReplaceAll(s, "|", `\|`) + "`"
}
