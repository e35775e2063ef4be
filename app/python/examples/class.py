from functools import lru_cache

class Shop:
    prices = {"tea": 3, "milk": 2, "bread": 4, "jam": 5}

    def __repr__(self):
        return "shop"

    @lru_cache(maxsize=3)
    def price(self, item):
        return self.prices[item]

    @lru_cache(maxsize=2)
    def total(self, *items):
        return sum(self.price(item) for item in items)

shop = Shop()
# call: shop.total("tea", "milk")
# call: shop.total("tea", "bread", "jam")
# call: shop.total("tea", "milk")
# call: shop.price("tea")
