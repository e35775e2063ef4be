from functools import lru_cache

@lru_cache(maxsize=2)
def look_up(city):
    print("asking for", city)  # a slow request, say
    return len(city)

for city in ["Rome", "Oslo", "Rome", "Lima", "Oslo"]:
    print(city, look_up(city))
