package analyzers

// OutsideLimit lets a test have less than a real program has.
var OutsideLimit = &outsideLimit
