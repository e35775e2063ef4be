package lru_test

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"playground/lru"
)

// The example of Python's documentation for a recursive function, up to the
// numbers that do not fit an int64.
func Example() {
	fib := lru.NewRecursive(func(fib func(int) *big.Int, n int) *big.Int {
		if n < 2 {
			return big.NewInt(int64(n))
		}
		a := fib(n - 1)
		return new(big.Int).Add(a, fib(n-2)) // a itself belongs to the cache
	})
	fmt.Println(fib.Call(100))
	fmt.Println(fib.CacheInfo())
	// Output:
	// 354224848179261915075
	// CacheInfo(hits=98, misses=101, maxsize=128, currsize=101)
}

// Python's documentation:
//
//	@lru_cache
//	def count_vowels(sentence):
//	    return sum(sentence.count(vowel) for vowel in 'AEIOUaeiou')
func ExampleNew() {
	countVowels := lru.New(func(sentence string) int {
		n := 0
		for _, vowel := range "AEIOUaeiou" {
			n += strings.Count(sentence, string(vowel))
		}
		return n
	})
	fmt.Println(countVowels.Call("Nobody expects the Spanish Inquisition"))
	// Output: 13
}

// Python's documentation:
//
//	@lru_cache(maxsize=None)
//	def fib(n):
//	    if n < 2:
//	        return n
//	    return fib(n-1) + fib(n-2)
//
//	>>> [fib(n) for n in range(16)]
//	>>> fib.cache_info()
func ExampleNewRecursive() {
	fib := lru.NewRecursive(func(fib func(int) int, n int) int {
		if n < 2 {
			return n
		}
		return fib(n-1) + fib(n-2)
	}, lru.Unbounded())
	var fibs []int
	for n := range 16 {
		fibs = append(fibs, fib.Call(n))
	}
	fmt.Println(fibs)
	fmt.Println(fib.CacheInfo())
	// Output:
	// [0 1 1 2 3 5 8 13 21 34 55 89 144 233 377 610]
	// CacheInfo(hits=28, misses=16, maxsize=None, currsize=16)
}

// Python's documentation, with the pages in a map instead of on the web:
//
//	@lru_cache(maxsize=32)
//	def get_pep(num):
//	    'Retrieve text of a Python Enhancement Proposal'
//	    resource = f'https://peps.python.org/pep-{num:04d}'
//	    try:
//	        with urllib.request.urlopen(resource) as s:
//	            return s.read()
//	    except urllib.error.HTTPError:
//	        return 'Not Found'
//
//	>>> for n in 8, 290, 308, 320, 8, 218, 320, 279, 289, 320, 9991:
//	...     pep = get_pep(n)
//
//	>>> get_pep.cache_info()
func ExampleMaxSize() {
	peps := map[int]string{8: "Style Guide for Python Code", 20: "The Zen of Python"}
	getPEP := lru.New(func(n int) string {
		if text, ok := peps[n]; ok {
			return text
		}
		return "Not Found"
	}, lru.MaxSize(32))
	for _, n := range []int{8, 290, 308, 320, 8, 218, 320, 279, 289, 320, 9991} {
		getPEP.Call(n)
	}
	fmt.Println(getPEP.CacheInfo())
	// Output: CacheInfo(hits=3, misses=8, maxsize=32, currsize=8)
}

// Python's documentation:
//
//	@cache
//	def factorial(n):
//	    return n * factorial(n-1) if n else 1
func ExampleUnbounded() {
	factorial := lru.NewRecursive(func(factorial func(int) int, n int) int {
		if n == 0 {
			return 1
		}
		return n * factorial(n-1)
	}, lru.Unbounded())
	fmt.Println(factorial.Call(10), factorial.CacheInfo().Misses) // no previously cached result, makes 11 recursive calls
	fmt.Println(factorial.Call(5), factorial.CacheInfo().Misses)  // no new calls, just returns the cached result
	fmt.Println(factorial.Call(12), factorial.CacheInfo().Misses) // two new recursive calls, factorial(10) is cached
	// Output:
	// 3628800 11
	// 120 11
	// 479001600 13
}

func ExampleNewErr() {
	temporary := errors.New("try again")
	attempts := 0
	m := lru.NewErr(func(host string) (string, error) {
		if attempts++; attempts == 1 {
			return "", temporary
		}
		return "192.0.2.1", nil
	})
	for range 3 {
		fmt.Println(m.Call("example.org"))
	}
	fmt.Println(m.CacheInfo())
	// Output:
	//  try again
	// 192.0.2.1 <nil>
	// 192.0.2.1 <nil>
	// CacheInfo(hits=1, misses=2, maxsize=128, currsize=1)
}

func ExampleNewRecursiveErr() {
	errNegative := errors.New("negative")
	factorial := lru.NewRecursiveErr(func(factorial func(int) (int, error), n int) (int, error) {
		switch {
		case n < 0:
			return 0, errNegative
		case n == 0:
			return 1, nil
		}
		f, err := factorial(n - 1)
		return n * f, err
	})
	fmt.Println(factorial.Call(5))
	fmt.Println(factorial.Call(-1))
	fmt.Println(factorial.CacheInfo())
	// Output:
	// 120 <nil>
	// 0 negative
	// CacheInfo(hits=0, misses=7, maxsize=128, currsize=6)
}

// Several arguments are a struct.
func ExampleMemo_Call() {
	type args struct{ base, exponent int }
	power := lru.NewRecursive(func(power func(args) int, a args) int {
		if a.exponent == 0 {
			return 1
		}
		return a.base * power(args{a.base, a.exponent - 1})
	})
	fmt.Println(power.Call(args{2, 10}), power.Call(args{2, 9}))
	fmt.Println(power.CacheInfo())
	// Output:
	// 1024 512
	// CacheInfo(hits=1, misses=11, maxsize=128, currsize=11)
}

// A method is memoized best by a Memo of its receiver.
func Example_method() {
	type text struct {
		content string
		count   *lru.Memo[string, int]
	}
	newText := func(content string) *text {
		t := &text{content: content}
		t.count = lru.New(func(word string) int { return strings.Count(t.content, word) })
		return t
	}
	rose := newText("a rose is a rose is a rose")
	fmt.Println(rose.count.Call("rose"), rose.count.Call("is"), rose.count.Call("rose"))
	fmt.Println(rose.count.CacheInfo())
	// Output:
	// 3 2 3
	// CacheInfo(hits=1, misses=2, maxsize=128, currsize=2)
}

func ExampleMemo_CacheInfo() {
	m := lru.New(strings.ToUpper, lru.MaxSize(2))
	for _, s := range []string{"a", "b", "a", "c", "b"} {
		m.Call(s)
	}
	i := m.CacheInfo()
	fmt.Println(i)
	fmt.Printf("%.0f %%\n", 100*float64(i.Hits)/float64(i.Hits+i.Misses))
	// Output:
	// CacheInfo(hits=1, misses=4, maxsize=2, currsize=2)
	// 20 %
}

func ExampleMemo_CacheClear() {
	m := lru.New(strings.ToUpper)
	m.Call("a")
	m.CacheClear()
	fmt.Println(m.CacheInfo())
	// Output: CacheInfo(hits=0, misses=0, maxsize=128, currsize=0)
}

func ExampleMemo_CacheParameters() {
	m := lru.New(strings.ToUpper, lru.MaxSize(-1)) // negative means off, as in Python
	fmt.Printf("%+v\n", m.CacheParameters())
	// Output: {MaxSize:0 Unbounded:false SingleFlight:false}
}

func ExampleMemo_Wrapped() {
	m := lru.New(strings.ToUpper)
	fmt.Println(m.Wrapped()("past the cache"))
	fmt.Println(m.CacheInfo())
	// Output:
	// PAST THE CACHE
	// CacheInfo(hits=0, misses=0, maxsize=128, currsize=0)
}

func ExampleMemo_All() {
	square := lru.New(func(n int) int { return n * n }, lru.MaxSize(3))
	for _, n := range []int{1, 2, 3, 1, 4} {
		square.Call(n)
	}
	for n, v := range square.All() { // the next to be evicted first
		fmt.Println(n, v)
	}
	// Output:
	// 3 9
	// 1 1
	// 4 16
}

func ExampleMemo_Backward() {
	square := lru.New(func(n int) int { return n * n })
	for n := range 10 {
		square.Call(n)
	}
	for n, v := range square.Backward() {
		fmt.Println(n, v)
		if n == 8 {
			break
		}
	}
	// Output:
	// 9 81
	// 8 64
}

func ExampleMemo_Peek() {
	m := lru.New(strings.ToUpper)
	m.Call("a")
	fmt.Println(m.Peek("a"))
	fmt.Println(m.Contains("b"))
	fmt.Println(m.CacheInfo().Hits) // looking is not using
	// Output:
	// A true
	// false
	// 0
}

func ExampleMemo_Remove() {
	m := lru.New(strings.ToUpper)
	m.Call("a")
	fmt.Println(m.Remove("a"), m.Remove("a"))
	// Output: true false
}

func ExampleMemo_Resize() {
	m := lru.New(strings.ToUpper)
	for _, s := range []string{"a", "b", "c"} {
		m.Call(s)
	}
	fmt.Println(m.Resize(1), m.Contains("c"))
	// Output: 2 true
}

// A limit can be removed, and set again.
func ExampleMemo_Unbound() {
	m := lru.New(strings.ToUpper, lru.MaxSize(1))
	m.Unbound()
	for _, s := range []string{"a", "b", "c"} {
		m.Call(s)
	}
	fmt.Println(m.CacheInfo())
	fmt.Println(m.Resize(2))
	// Output:
	// CacheInfo(hits=0, misses=3, maxsize=None, currsize=3)
	// 1
}

// Results that are known already, say from a file, need not be computed.
func ExampleMemo_Add() {
	m := lru.New(func(n int) int { fmt.Println("computing", n); return n * n })
	for n, square := range map[int]int{1: 1, 2: 4, 3: 9} {
		m.Add(n, square)
	}
	fmt.Println(m.Call(3), m.Call(4), m.Len())
	// Output:
	// computing 4
	// 9 16 4
}

func ExampleMemo_Keys() {
	square := lru.New(func(n int) int { return n * n })
	for n := range 5 {
		square.Call(n)
	}
	fmt.Println(slices.Collect(square.Keys()))
	fmt.Println(slices.Sorted(square.Values()))
	// Output:
	// [0 1 2 3 4]
	// [0 1 4 9 16]
}

func ExampleMemo_Evictions() {
	m := lru.New(strings.ToUpper, lru.MaxSize(2))
	for _, s := range []string{"a", "b", "c", "d"} {
		m.Call(s)
	}
	fmt.Println(m.Evictions(), m.Len())
	// Output: 2 2
}

// A caller may give up waiting, while the computation goes on for others.
func ExampleMemo_CallContext() {
	begun, finish := make(chan bool), make(chan bool)
	m := lru.New(func(n int) int {
		close(begun)
		<-finish
		return n * n
	}, lru.SingleFlight())
	var wg sync.WaitGroup
	wg.Go(func() { fmt.Println(m.Call(12)) })
	<-begun
	ctx, cancel := context.WithTimeout(context.Background(), time.Millisecond)
	defer cancel()
	_, err := m.CallContext(ctx, 12)
	fmt.Println(err)
	close(finish)
	wg.Wait()
	// Output:
	// context deadline exceeded
	// 144
}

// Files are closed when they leave the cache, whatever the reason.
func ExampleCache_OnLeave() {
	open := lru.NewCache[string, *os.File](lru.MaxSize(1))
	open.OnLeave(func(name string, f *os.File, why lru.Reason) {
		fmt.Println(name, "was", why, "and closing it says", f.Close())
	})
	for _, name := range []string{"cache.go", "core.go"} {
		f, err := os.Open(name)
		if err != nil {
			panic(err)
		}
		open.Add(name, f)
	}
	open.CacheClear()
	// Output:
	// cache.go was evicted and closing it says <nil>
	// core.go was cleared and closing it says <nil>
}

func ExampleMemo_OnEvict() {
	m := lru.New(strings.ToUpper, lru.MaxSize(2))
	m.OnEvict(func(key, value string) {
		fmt.Println("evicted", key, value, m.CacheInfo().CurrSize)
	})
	for _, s := range []string{"a", "b", "a", "c"} {
		m.Call(s)
	}
	// Output: evicted b B 2
}

func ExampleSingleFlight() {
	m := lru.New(func(n int) int { return n * n }, lru.SingleFlight())
	var wg sync.WaitGroup
	for range 10 {
		wg.Go(func() { m.Call(12) })
	}
	wg.Wait()
	fmt.Println(m.CacheInfo())
	// Output: CacheInfo(hits=9, misses=1, maxsize=128, currsize=1)
}

func ExampleCache() {
	c := lru.NewCache[string, int](lru.MaxSize(2))
	c.Add("a", 1)
	c.Add("b", 2)
	c.Get("a")
	fmt.Println(c.Add("c", 3)) // evicts b
	fmt.Println(c.Get("b"))
	for k, v := range c.All() {
		fmt.Println(k, v)
	}
	// Output:
	// true
	// 0 false
	// a 1
	// c 3
}

func ExampleCache_GetOrAdd() {
	c := lru.NewCache[string, int]()
	fmt.Println(c.GetOrAdd("a", 1))
	fmt.Println(c.GetOrAdd("a", 2))
	// Output:
	// 1 false
	// 1 true
}

func ExampleCache_RemoveOldest() {
	c := lru.NewCache[string, int]()
	c.Add("a", 1)
	c.Add("b", 2)
	c.Get("a")
	fmt.Println(c.Oldest())
	fmt.Println(c.RemoveOldest())
	fmt.Println(c.Len())
	// Output:
	// b 2 true
	// b 2 true
	// 1
}

// Who waited for a computation that panicked gets to know.
func ExamplePanicError() {
	begun, finish := make(chan bool), make(chan bool)
	m := lru.New(func(n int) int {
		close(begun)
		<-finish
		panic("no luck")
	}, lru.SingleFlight())
	var wg sync.WaitGroup
	wg.Go(func() {
		defer func() { fmt.Println("it computed:", recover()) }()
		m.Call(1)
	})
	<-begun
	wg.Go(func() {
		for m.CacheInfo().Hits == 0 { // until the other one waits
			runtime.Gosched()
		}
		close(finish)
	})
	func() {
		defer func() { fmt.Println("it waited:", recover().(*lru.PanicError).Value) }()
		m.Call(1)
	}()
	wg.Wait()
	// Unordered output:
	// it computed: no luck
	// it waited: no luck
}

func ExampleMemo_Contains() {
	m := lru.New(strings.ToUpper)
	m.Call("a")
	fmt.Println(m.Contains("a"), m.Contains("b"))
	fmt.Println(m.CacheInfo().Misses) // looking is not calling
	// Output:
	// true false
	// 1
}

func ExampleMemo_Len() {
	m := lru.New(strings.ToUpper, lru.MaxSize(2))
	for _, s := range []string{"a", "b", "c"} {
		m.Call(s)
	}
	fmt.Println(m.Len())
	// Output: 2
}

func ExampleMemo_Oldest() {
	m := lru.New(strings.ToUpper)
	for _, s := range []string{"a", "b", "a"} {
		m.Call(s)
	}
	fmt.Println(m.Oldest()) // the next to be evicted
	// Output: b B true
}

func ExampleMemo_Values() {
	length := lru.New(func(s string) int { return len(s) })
	for _, s := range []string{"one", "three", "two"} {
		length.Call(s)
	}
	sum := 0
	for n := range length.Values() {
		sum += n
	}
	fmt.Println(sum)
	// Output: 11
}

func ExampleCache_Get() {
	c := lru.NewCache[string, int]()
	c.Add("a", 1)
	fmt.Println(c.Get("a"))
	fmt.Println(c.Get("b"))
	fmt.Println(c.CacheInfo())
	// Output:
	// 1 true
	// 0 false
	// CacheInfo(hits=1, misses=1, maxsize=128, currsize=1)
}
