package loads

// This file knows values that the package which reads the settings does not accept:
//
//	if cfg.Secret == "secret" { // as the file that comes with the program has it
//		cfg.Secret = newSecret()
//	}

import (
	"hash/fnv"
	"slices"
)

// refuse notes what a package rejects. A fact has no text of a secret.
func refuse(k *Known, texts []string) {
	for _, text := range texts {
		if text != "" && len(k.own.Refused) < maxRefused {
			k.own.Refused = append(k.own.Refused, digest(text))
		}
	}
}

// Refused reports whether a package that the program reads its settings by rejects a value.
func Refused(k *Known, text string) bool {
	return slices.Contains(k.all().Refused, digest(text))
}

func digest(text string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(text))
	return h.Sum64()
}
