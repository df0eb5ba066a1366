package sensitive

import (
	"go/token"
	"go/types"
	"testing"
)

// A name means functions whose full names end with it, not those that end with the same letters.
func TestNames(t *testing.T) {
	pkg := types.NewPackage("example.com/shop/accounts", "accounts")
	named := types.NewNamed(types.NewTypeName(token.NoPos, pkg, "Store", nil), types.NewStruct(nil, nil), nil)
	recv := types.NewParam(token.NoPos, pkg, "s", types.NewPointer(named))
	method := types.NewFunc(token.NoPos, pkg, "Drop",
		types.NewSignatureType(recv, nil, nil, nil, nil, false))
	for text, want := range map[string]bool{
		"Drop": true, "Store.Drop": true, "accounts.Store.Drop": true, "(*Store).Drop": true,
		"(*example.com/shop/accounts.Store).Drop": true, "shop/accounts.Store.Drop": true,
		"other.Drop, Store.Drop": true, "": false, "op": false, "ore.Drop": false,
		"counts.Store.Drop": false, "accounts.Drop": false, "Store": false,
	} {
		var n Names
		if err := n.Set(text); err != nil {
			t.Errorf("%q: %v", text, err)
		}
		if got := n.lists(method); got != want {
			t.Errorf("%q: got %v", text, got)
		}
	}
	for _, text := range []string{"a b", "accounts.", ".Drop", "()", "x;y", "f,g h"} {
		if err := new(Names).Set(text); err == nil {
			t.Errorf("%q is accepted", text)
		}
	}
}
