//! The grammar, with winnow: small, well kept, and in the build already for TOML.
//!
//!     rule       = term { "or" term }
//!     term       = factor { "and" factor }
//!     factor     = "not" factor | "(" rule ")" | test
//!     test       = word [ "(" digits ")" ] ( comparison operand
//!                  | "between" operand "and" operand
//!                  | "in" "(" operand { "," operand } ")"
//!                  | "is" [ "not" ] "known" )
//!     comparison = "=" | "!=" | "<" | "<=" | ">" | ">="
//!     operand    = number [ "%" ] | text in quotes | ( "top" | "bottom" ) "(" number "%" ")"

use hearth_kernel::limits::SEGMENT_DEPTH;
use winnow::{
    LocatingSlice, Parser, Stateful,
    ascii::float,
    combinator::{alt, cut_err, delimited, opt, preceded, repeat, separated, terminated},
    error::{ContextError, ErrMode},
    stream::Location,
    token::{literal, take_till, take_while},
};

use super::fault::Fault;

/// What was read at a place of the text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct At<T> {
    pub offset: usize,
    pub what: T,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Expression {
    Any(Vec<Self>),
    All(Vec<Self>),
    Not(Box<Self>),
    Test { field: At<String>, condition: Condition },
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Condition {
    Compare(At<Comparison>, At<Operand>),
    Between(At<Operand>, At<Operand>),
    In(Vec<At<Operand>>),
    Known,
    Unknown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Comparison {
    Equal,
    Unequal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Operand {
    Number(f64),
    Text(String),
    /// From here on are at most this share of the active.
    Top(f64),
    Bottom(f64),
}

type Input<'a> = Stateful<LocatingSlice<&'a str>, usize>;
type Wrong = ErrMode<ContextError<&'static str>>;
type Read<T> = Result<T, Wrong>;

const KEYWORDS: [&str; 10] = ["and", "or", "not", "in", "between", "is", "known", "top", "bottom", "unknown"];
/// Other languages' words, and ours.
const MEANT: [(&str, &str); 6] =
    [("==", "="), ("&&", "and"), ("||", "or"), ("!", "not"), ("<>", "!="), ("'", "\" around texts")];
const TOO_DEEP: &str = "fewer parentheses and `not` in each other";

pub(super) fn parse(text: &str) -> Result<Expression, Fault> {
    let input = Stateful { input: LocatingSlice::new(text), state: 0 };
    let end = preceded(space, winnow::combinator::eof).context("`and`, `or` or the end");
    terminated(any, cut_err(end)).parse(input).map_err(|error| {
        let expected = error.inner().context().next().copied().unwrap_or("a rule");
        let rest = text[error.offset()..].trim_start();
        let offset = text.len() - rest.len();
        let found = match rest.split(|letter: char| letter.is_whitespace() || "()\",".contains(letter)).next() {
            _ if rest.is_empty() => "the end".to_owned(),
            Some("") | None => format!("`{}`", rest.chars().next().unwrap_or(' ')),
            Some(word) => format!("`{}`", word.chars().take(40).collect::<String>()),
        };
        let meant = MEANT.iter().find(|(written, _)| rest.starts_with(written));
        // `=` is read before `==` is seen.
        let meant =
            meant.or_else(|| MEANT[..1].iter().find(|_| rest.starts_with('=') && text[..offset].ends_with('=')));
        Fault::new(text, offset, format!("expected {expected}, found {found}"))
            .suggest(meant.map(|(_, ours)| format!("write {ours}")))
    })
}

fn space(input: &mut Input<'_>) -> Read<()> {
    let comment = ('#', take_till(0.., '\n')).void();
    repeat(0.., alt((take_while(1.., char::is_whitespace).void(), comment))).parse_next(input)
}

/// A word: letters, digits, `-` and `_`, beginning with a letter.
fn word<'a>(input: &mut Input<'a>) -> Read<At<&'a str>> {
    space.parse_next(input)?;
    let offset = input.current_token_start();
    let first = take_while(1, |letter: char| letter.is_ascii_alphabetic());
    let rest = take_while(0.., |letter: char| letter.is_ascii_alphanumeric() || letter == '-' || letter == '_');
    (first, rest).take().map(|what| At { offset, what }).parse_next(input)
}

fn keyword<'a>(keyword: &'static str) -> impl Parser<Input<'a>, (), Wrong> {
    word.verify(move |word: &At<&str>| word.what.eq_ignore_ascii_case(keyword)).void()
}

fn sign<'a>(sign: &'static str) -> impl Parser<Input<'a>, (), Wrong> {
    preceded(space, literal(sign)).void()
}

fn any(input: &mut Input<'_>) -> Read<Expression> {
    list(input, "or", all, Expression::Any)
}

fn all(input: &mut Input<'_>) -> Read<Expression> {
    list(input, "and", factor, Expression::All)
}

fn list<'a>(
    input: &mut Input<'a>,
    joint: &'static str,
    part: fn(&mut Input<'a>) -> Read<Expression>,
    of: fn(Vec<Expression>) -> Expression,
) -> Read<Expression> {
    let mut parts = vec![part(input)?];
    while opt(keyword(joint)).parse_next(input)?.is_some() {
        parts.push(part(input)?);
    }
    Ok(if parts.len() == 1 { parts.remove(0) } else { of(parts) })
}

fn factor(input: &mut Input<'_>) -> Read<Expression> {
    input.state += 1;
    if input.state > SEGMENT_DEPTH {
        return cut_err(winnow::combinator::fail.context(TOO_DEEP)).parse_next(input);
    }
    let read = if opt(keyword("not")).parse_next(input)?.is_some() {
        Expression::Not(Box::new(factor.parse_next(input)?))
    } else if opt(sign("(")).parse_next(input)?.is_some() {
        terminated(any, cut_err(sign(")").context("`)`, `and` or `or`"))).parse_next(input)?
    } else {
        test.parse_next(input)?
    };
    input.state -= 1;
    Ok(read)
}

fn test(input: &mut Input<'_>) -> Read<Expression> {
    let is_free = |word: &At<&str>| !KEYWORDS.iter().any(|keyword| word.what.eq_ignore_ascii_case(keyword));
    let field = cut_err(word.verify(is_free).context("a field, `not` or `(`")).parse_next(input)?;
    let digits = preceded(space, take_while(1.., |letter: char| letter.is_ascii_digit()));
    let span = cut_err(terminated(digits, sign(")")).context("a number of days and `)`"));
    let name = match opt(preceded(sign("("), span)).parse_next(input)? {
        Some(days) => format!("{}({days})", field.what),
        None => field.what.to_owned(),
    };
    let condition = alt((between, within, known, compare));
    let condition = cut_err(condition.context("=, !=, <, <=, >, >=, `between`, `in` or `is`")).parse_next(input)?;
    Ok(Expression::Test { field: At { offset: field.offset, what: name }, condition })
}

fn compare(input: &mut Input<'_>) -> Read<Condition> {
    space.parse_next(input)?;
    let offset = input.current_token_start();
    let what = alt((
        "!=".value(Comparison::Unequal),
        "<=".value(Comparison::LessOrEqual),
        ">=".value(Comparison::GreaterOrEqual),
        "<".value(Comparison::Less),
        ">".value(Comparison::Greater),
        "=".value(Comparison::Equal),
    ))
    .parse_next(input)?;
    Ok(Condition::Compare(At { offset, what }, needed_operand.parse_next(input)?))
}

fn between(input: &mut Input<'_>) -> Read<Condition> {
    keyword("between").parse_next(input)?;
    let low = needed_operand.parse_next(input)?;
    cut_err(keyword("and").context("`and`")).parse_next(input)?;
    Ok(Condition::Between(low, needed_operand.parse_next(input)?))
}

fn within(input: &mut Input<'_>) -> Read<Condition> {
    keyword("in").parse_next(input)?;
    cut_err(sign("(").context("`(`")).parse_next(input)?;
    let operands = separated(1.., needed_operand, sign(",")).parse_next(input)?;
    cut_err(sign(")").context("`,` or `)`")).parse_next(input)?;
    Ok(Condition::In(operands))
}

fn known(input: &mut Input<'_>) -> Read<Condition> {
    keyword("is").parse_next(input)?;
    let is_not = opt(keyword("not")).parse_next(input)?.is_some();
    cut_err(keyword("known").context("`known`")).parse_next(input)?;
    Ok(if is_not { Condition::Unknown } else { Condition::Known })
}

fn needed_operand(input: &mut Input<'_>) -> Read<At<Operand>> {
    cut_err(operand.context("a number, a text in quotes, top(…%) or bottom(…%)")).parse_next(input)
}

fn operand(input: &mut Input<'_>) -> Read<At<Operand>> {
    space.parse_next(input)?;
    let offset = input.current_token_start();
    let text = delimited('"', take_till(0.., ['"', '\n']), cut_err('"'.context("`\"` at the end of the text")));
    let what = alt((
        text.map(|text: &str| Operand::Text(text.to_owned())),
        preceded(keyword("top"), share).map(Operand::Top),
        preceded(keyword("bottom"), share).map(Operand::Bottom),
        number.map(Operand::Number),
    ))
    .parse_next(input)?;
    Ok(At { offset, what })
}

/// A number; in per cent, a hundredth of it.
fn number(input: &mut Input<'_>) -> Read<f64> {
    let is_number = |number: &f64| number.is_finite();
    let number = float.verify(is_number).parse_next(input)?;
    let percent = opt(sign("%")).parse_next(input)?;
    Ok(if percent.is_some() { number / 100.0 } else { number })
}

fn share(input: &mut Input<'_>) -> Read<f64> {
    let percent = terminated(preceded(space, float), sign("%")).verify(|share: &f64| (0.0..=100.0).contains(share));
    cut_err(delimited(sign("("), percent, sign(")")).context("a share of the active members, such as (20%)"))
        .map(|share: f64| share / 100.0)
        .parse_next(input)
}
