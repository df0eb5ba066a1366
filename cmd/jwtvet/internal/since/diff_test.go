package since

import (
	"reflect"
	"testing"
)

func TestAdded(t *testing.T) {
	const diff = `diff --git a/a.go b/a.go
index 1..2 100644
--- a/a.go
+++ b/a.go
@@ -1,2 +1,0 @@ package a
-++ b/none.go
-@@ -1 +1 @@
@@ -7 +5,2 @@
-x
+++ b/none.go
+y
\ No newline at end of file
diff --git a/old.go b/new.go
similarity index 100%
rename from old.go
rename to new.go
diff --git "a/a\303\274\"b.go" "b/a\303\274\"b.go"
--- "a/a\303\274\"b.go"
+++ "b/a\303\274\"b.go"
@@ -0,0 +1 @@
+x
diff --git a/c d.go b/c d.go
new file mode 100644
--- /dev/null
+++ b/c d.go	
@@ -0,0 +1,3 @@
+1
+2
+3
diff --git a/gone.go b/gone.go
--- a/gone.go
+++ /dev/null
@@ -1 +0,0 @@
-x
`
	want := map[string][]span{
		"a.go": {{5, 6}}, "a\u00fc\"b.go": {{1, 1}}, "c d.go": {{1, 3}},
	}
	if got := added(diff); !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// FuzzAdded reads whatever git may write.
func FuzzAdded(f *testing.F) {
	f.Add("diff --git a/a b/a\n+++ b/a\n@@ -1 +1 @@\n-x\n+y\n")
	f.Add("@@ \n+++ \"\n@@ -9999999999999999999 +1,-5 @@\n")
	f.Fuzz(func(t *testing.T, diff string) {
		for name, list := range added(diff) {
			for _, s := range list {
				if name == "" || s.to < s.from {
					t.Errorf("%q: %v", name, s)
				}
			}
		}
	})
}
