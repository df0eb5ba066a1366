package jwx

import "context"

type ctx = context.Context
