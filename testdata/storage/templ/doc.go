// Package templ has pages of templ.
package templ
