// Package nearest finds the word that somebody meant who wrote another one:
//
//	nearest.Of("tets", "tests", "strict")             // tests
//	nearest.Of("hardcoded", "hardcoded-secret")       // hardcoded-secret
//	nearest.Of("colour", "tests", "strict")           // "": none of them
package nearest

import "strings"

// longest is the length up to which words are compared.
const longest = 200

// Of returns the word that is most like a text, the first of several, "" where none is.
func Of(text string, words ...string) string {
	best, least := "", len(text)/3+1
	if len(text) > longest {
		return ""
	}
	folded := strings.ToLower(text)
	for _, w := range words {
		if len(w) > longest {
			continue
		}
		n := distance(folded, strings.ToLower(w))
		if len(text) >= 4 && strings.HasPrefix(strings.ToLower(w), folded) {
			n = min(n, 1)
		}
		if n < least || n == least && best == "" && n < len(text) {
			best, least = w, n
		}
	}
	return best
}

// Hint returns a question that names the nearest word, or else what follows.
func Hint(text, otherwise string, words ...string) string {
	if w := Of(text, words...); w != "" {
		return ": did you mean " + w + "?"
	}
	return otherwise
}

// distance counts the letters that are put in, left out, replaced or swapped.
func distance(a, b string) int {
	var before []int
	last, row := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range len(a) {
		row[0] = i + 1
		for j := range len(b) {
			same := 1
			if a[i] == b[j] {
				same = 0
			}
			row[j+1] = min(last[j]+same, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last, row = last, row, make([]int, len(b)+1)
	}
	return last[len(b)]
}
