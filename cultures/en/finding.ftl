### Rooms that are suggested, and what speaks for each.

finding-suggested = Rooms you could join
# $count is a number of people.
finding-known =
    { $count ->
        [one] { $count } person you talk with is here
       *[other] { $count } people you talk with are here
    }
finding-talking =
    { $count ->
        [one] { $count } person talked here this week
       *[other] { $count } people talked here this week
    }
# $count is the number of members.
finding-new =
    { $count ->
        [one] New, with { $count } member
       *[other] New, with { $count } members
    }
