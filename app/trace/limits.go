package trace

// Limits of a run.
const (
	// MaxDepth is how many calls of the body may wait in one another: what
	// CPython 3.13 allows at its default recursion limit of 1000.
	MaxDepth = 999

	// MaxBodies and maxWork end one call. fibonacci(30) without a cache, 2.7
	// million bodies, is within. The calls of a record have one MaxBodies together:
	// there may be any number of them.
	MaxBodies = 3_000_000
	maxWork   = 500_000_000

	// A statement records so many events and then only counts, and so many in
	// all the statements. 400,000 events are 200,000 calls.
	statementEvents = 400_000
	allEvents       = 500_000

	// tick is how many bodies and hits pass between two places where a run can
	// be paused: some microseconds.
	tick = 64
)

// Limits of a script.
const (
	MaxStatements = 100
	MaxTimes      = 1000

	// MaxRecorded is how many statements a script of a call record may have.
	MaxRecorded = 20_000

	// MaxSize is the largest maxsize that is accepted.
	MaxSize Size = 5000

	// MaxRecordedSize is that for a call record.
	MaxRecordedSize Size = 1_000_000
)
