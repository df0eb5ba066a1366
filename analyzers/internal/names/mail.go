package names

// This file knows the names of tokens that are sent in links of mails, and of the functions that
// make or send them:
//
//	resetToken, newEmailVerificationToken // MailLink
//	func ForgotPassword, SendVerificationEmail // Mails
//	lockToken, VerifyToken                // neither

import "github.com/jwtvet/jwtvet/analyzers/internal/pattern"

var (
	// one of the words without which no name is that of a link or of what mails it
	mailWord = pattern.New(`(?i)reset|verif|confirm|activat|forgot|recover|magic`)
	mailLink = pattern.New(`^((generate|gen|create|new|make|issue|sign|build|mint)_)?` +
		`((user|account|password|email)_)*(reset|verification|confirmation|activation|forgot|recovery|` +
		`verify_email|confirm_email|magic)(_(password|email|account|login))?_(token|jwt|link)$`)
	mails = pattern.New(`(forgot|forgotten|reset|recover)_(the_|my_|your_)?(password|passwd|account)|` +
		`(password|account)_(reset|recovery|activation)|magic_link|` +
		`(verif(y|ication)|confirm(ation)?)_e?mail|e?mail_(verification|confirmation)|activate_account`)
)

// MailLink reports whether a name is that of a token that is sent in the link of a mail, or of a
// function that makes one.
func MailLink(name string) bool {
	return mailWord().MatchString(name) && mailLink().MatchString(Snake(name))
}

// Mails reports whether a name is that of a function that has to do with such links.
func Mails(name string) bool {
	return mailWord().MatchString(name) && mails().MatchString(Snake(name))
}
