from functools import lru_cache

@lru_cache(maxsize=16)
def ways(amount, coins):
    if amount == 0:
        return 1
    if amount < 0 or not coins:
        return 0
    first, *rest = coins
    return ways(amount - first, coins) + ways(amount, tuple(rest))

# call: ways(20, (1, 2, 5, 10))
