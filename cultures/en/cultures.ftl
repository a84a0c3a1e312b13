### Cultures: the customs of a language, and what a member wants otherwise.

cultures-region = Language and region
# The first of several choices: what is usual where the language is spoken. $what is that, such as “Gregorian Calendar”.
cultures-usual = Usual: { $what }
cultures-calendar = Calendar
cultures-numerals = Numerals
cultures-week = First day of the week
cultures-weekend = Weekend
cultures-hours = Clock
cultures-names = Order of names
cultures-names-given = Given name first
cultures-names-family = Family name first
# How much space there is between lines.
cultures-density = Spacing
cultures-density-compact = Compact
cultures-density-roomy = Roomy
# The time of day in which nothing should disturb. $from and $to are times of day.
cultures-quiet = Quiet hours
cultures-quiet-hint = When notifications should wait. Weekends and holidays have an end of their own.
cultures-quiet-from = From
cultures-quiet-to = To
cultures-quiet-to-free = To, on days off
cultures-greetings = Greetings on festivals
# Whether greetings are shown on festivals of calendars by the moon.
cultures-festivals = Festivals by the moon
# Heads an example of how dates, times and numbers are shown now.
cultures-example = Now shown as
# The parts of a name, for those who want others to see them in their own order.
cultures-given = Given name
cultures-family = Family name
cultures-person = Both parts of your name
cultures-person-hint = If you fill in both, each reader sees them in the order of their own language.

# On the form for a new account. $age is a number of years.
cultures-minimum-age =
    { $age ->
        [one] You need to be at least { $age } year old to join.
       *[other] You need to be at least { $age } years old to join.
    }
