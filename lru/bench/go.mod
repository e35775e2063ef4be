module playground/lru/bench

go 1.26.0

replace playground => ../..

require (
	github.com/decred/dcrd/container/lru v1.0.0
	github.com/elastic/go-freelru v0.16.0
	github.com/ethereum/go-ethereum v1.17.10
	github.com/floatdrop/lru v1.3.0
	github.com/golang/groupcache v0.0.0-20241129210726-2c02b8208cf8
	github.com/hashicorp/golang-lru/v2 v2.0.7
	github.com/jellydator/ttlcache/v3 v3.4.1
	github.com/phuslu/lru v1.0.18
	github.com/tidwall/tinylru v1.2.1
	k8s.io/utils v0.0.0-20261023123148-ca04ba58ecab
	playground v0.0.0
)

require (
	github.com/bahlo/generic-list-go v0.2.0 // indirect
	golang.org/x/sync v0.23.0 // indirect
)
