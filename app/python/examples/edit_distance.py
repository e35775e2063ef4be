from functools import lru_cache

@lru_cache(maxsize=12)
def edit_distance(s, t):
    if not s or not t:
        return len(s) + len(t)
    if s[0] == t[0]:
        return edit_distance(s[1:], t[1:])
    return 1 + min(
        edit_distance(s[1:], t),
        edit_distance(s, t[1:]),
        edit_distance(s[1:], t[1:]))

# call: edit_distance("kitten", "sitting")
