from functools import lru_cache

GRID = """
..#...
......
#..#..
......
""".split()

@lru_cache(maxsize=6)
def paths(row, column):
    if row < 0 or column < 0 or GRID[row][column] == "#":
        return 0
    if row == column == 0:
        return 1
    return paths(row - 1, column) + paths(row, column - 1)

# call: paths(3, 5)
