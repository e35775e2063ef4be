from recorder import record as lru_cache


class Shop:
    """A price list with two caches: one of prices, one of totals."""

    prices = {"tea": 3, "milk": 2, "bread": 4, "jam": 5, "rice": 6}

    def __repr__(self):
        return "shop"

    @lru_cache(maxsize=3)
    def price(self, item):
        if item not in self.prices:
            raise KeyError(item)
        return self.prices[item]

    @lru_cache(maxsize=2)
    def total(self, *items):
        total = 0
        for item in items:
            try:
                total += self.price(item)
            except KeyError:
                pass
        return total


shop = Shop()
shop.total("tea", "milk")
shop.total("tea", "bread", "jam")
shop.total("tea", "milk")
shop.total("rice", "ham", "tea")
shop.total("tea", "bread", "jam")
shop.price("tea")
shop.total("tea", "milk")
Shop.price.cache_clear()
shop.total("rice", "ham", "tea")
