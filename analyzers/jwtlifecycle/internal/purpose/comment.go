package purpose

// This file reads comments where a store has failed:
//
//	// best effort: the signature was verified    says that tokens pass
//	// en caso de error, no bloquear a nadie      may say so
//	// log the error                              says what is done, and decides nothing
//	// the token was not found                    takes a failure for another answer

import (
	"strings"
	"unicode"

	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
)

var (
	// passing says that a token passes, or that a failure is of no account, in English.
	passing = pattern.New(`(?i)\b(open|allow|permit|accept|pass(es|ed|ing)?\b|let\b|lets\b|letting|` +
		`continu|proceed|go(es|ing)? (on|ahead|through)|carry|carries|move on|` +
		`ignor|skip|swallow|suppress|toler|disregard|discard|drop|` +
		`best[ -]effort|optional|non-?(fatal|critical|blocking)|` +
		`fall(s|ing|back| back)?\b|default|assum|treat|consider|regard|suppose|trust|benefit|` +
		`valid|good\b|fine\b|ok(ay)?\b|safe|harmless|accident|lenient|permissive|graceful|resilien|` +
		`prefer|rather|instead|availab|degrad|outage|on purpose|deliberate|intention|by design|` +
		`trade-?off|unblock)|(not|n't|never|without) .*(block|lock|reject|deny|denied|refuse|fail|break|` +
		`stop|abort|fatal|critical|log(ging)? .*out|prevent|depend|kick|disrupt|interrupt)|` +
		`(not|n't|never) (yet )?(revoked|black-?listed|denied|invalidated|banned)`)
	// reporting is a comment that says only that the failure is logged.
	reporting = pattern.New(`(?i)^\W*(just |only |simply )?(log|print|report|record)(s|ged|ging)?` +
		`( out)?( it| (the |this |an |any )?(\w+ )?(errors?|err|failures?))?\W*$`)
	// english are words that mark a text as English: other languages do not have them.
	english = pattern.New(`(?i)^(the|this|that|these|those|with|from|and|not|but|could|couldn't|can't|` +
		`cannot|should|shouldn't|would|wouldn't|does|doesn't|did|didn't|isn't|wasn't|its|it's|` +
		`there|then|which|while|when|where|what|because|only|been|being|are|were|have|just|some|` +
		`something|any|anything|if|into|about|after|before|our|their|they|them|you|your|other|` +
		`another|why|how)$`)
)

// mayDecide reports whether a comment where a store has failed may say that tokens pass. One that is
// not read may: directives, code, other languages than English.
func mayDecide(text string) bool {
	if reporting().MatchString(text) {
		return false
	}
	return !isEnglish(text) || passing().MatchString(text)
}

// isEnglish reports whether a text is surely English: of each five words, one marks it as such.
func isEnglish(text string) bool {
	words := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' })
	marks := 0
	for _, w := range words {
		if strings.IndexFunc(w, func(r rune) bool { return r > unicode.MaxASCII }) >= 0 {
			return false
		}
		if english().MatchString(w) {
			marks++
		}
	}
	return marks > 0 && marks*5 >= len(words) && marks >= min(2, (len(words)+1)/3)
}
