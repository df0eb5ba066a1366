// Package quick has pages of quicktemplate.
package quick
