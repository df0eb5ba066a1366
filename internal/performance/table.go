package main

import (
	"fmt"
	"io"
	"slices"
	"time"
)

// table gathers the costs of tools on one module, in the states of the build cache.
type table struct {
	module module
	tools  []tool
	states []string
	costs  map[string][][]cost // by state, then by tool
}

func newTable(m module, tools []tool) *table {
	return &table{module: m, tools: tools, costs: map[string][][]cost{}}
}

// add adds what a tool cost in a state.
func (t *table) add(state string, tool int, c cost) {
	if t.costs[state] == nil {
		t.states = append(t.states, state)
		t.costs[state] = make([][]cost, len(t.tools))
	}
	t.costs[state][tool] = append(t.costs[state][tool], c)
}

// print writes the medians as a table of Markdown. A ratio is the median of the ratios of pairs: of
// what the tool cost and what the first tool had cost just before.
func (t *table) print(w io.Writer) {
	if len(t.states) == 0 {
		return
	}
	fmt.Fprintf(w, "### %s\n\n", t.module.name())
	fmt.Fprint(w, "| state | tool | CPU | ratio | CPU/package | wall | ratio | peak memory |\n|---|---|---|---|---|---|---|---|\n")
	for _, state := range t.states {
		for i, tool := range t.tools {
			costs, base := t.costs[state][i], t.costs[state][0]
			if len(costs) == 0 {
				continue
			}
			cpu := median(costs, func(k int) float64 { return costs[k].cpu.Seconds() })
			fmt.Fprintf(w, "| %s | %s | %.2f s | %.2f | %.1f ms | %.2f s | %.2f | %.0f MiB |\n",
				state, tool.name, cpu,
				median(costs, func(k int) float64 { return ratio(costs[k].cpu, base[k].cpu) }),
				1000*cpu/float64(t.module.packages),
				median(costs, func(k int) float64 { return costs[k].wall.Seconds() }),
				median(costs, func(k int) float64 { return ratio(costs[k].wall, base[k].wall) }),
				median(costs, func(k int) float64 { return float64(costs[k].memory) / (1 << 20) }))
		}
	}
	fmt.Fprintln(w)
}

func ratio(a, b time.Duration) float64 { return float64(a) / float64(b) }

// median returns the median of a number of each cost, of an even count the
// mean of the two in the middle.
func median(costs []cost, number func(k int) float64) float64 {
	all := make([]float64, len(costs))
	for k := range costs {
		all[k] = number(k)
	}
	slices.Sort(all)
	return (all[(len(all)-1)/2] + all[len(all)/2]) / 2
}
