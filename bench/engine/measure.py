"""Measures the retention engine beside DuckDB and LightGBM, each on one thread, and writes the page's section.

usage: measure.py ENGINE FOLDER [--events N] [--rows N] [--rounds N] [--log EVENTS.csv.gz]

ENGINE is the example `engine_speed` of crates/insight, FOLDER keeps what was made between runs. Figures are CPU seconds
of one process, medians of the rounds; loading is not counted on any side. Who is not installed is not measured."""
import argparse, json, os, platform, statistics, subprocess, sys, time
import numpy as np
try: import duckdb
except ImportError: duckdb = None
try: import lightgbm
except ImportError: lightgbm = None

DAY = 86_400
START, DAYS, MEMBERS = 1_700_000_000, 180, 1_000_000
END = START + DAYS * DAY
WINDOWS = (1, 3, 7, 14, 30, 90)
WIDTH = 60
EVENT = np.dtype([('t', '<i8'), ('u', '<u4'), ('peer', '<u4'), ('kind', '<u2')])
COLUMNS = (['n', 'rec', 'ten'] + [f'c{w}' for w in WINDOWS] + [f'e{w}' for w in WINDOWS] + ['weekend']
           + [f'q{q}' for q in range(4)] + [f'k{k}' for k in range(4)]
           + ['adays', 'gm', 'gs', 'gx', 'gq', 'ses', 'np'])

NOTES = """
- **The fold** takes a log of up to a million members by Zipf's law with 1.05, 180 days, six kinds; time for reading the columns of
  everybody is counted in. DuckDB answers four plain queries for the same 31 columns. Names are numbers on both sides.
- **All features** adds who answers whom and where.
- **Trees**: rows of 60 columns, 3 % of the values not known; both sides with a learning rate of 0.1 and 255 bins. LightGBM splits
  the leaf that gains most; forust grows level by level (its leaf-wise order goes by what a node has to say, not by what a split
  gains, and ranks worse still), so that with as many leaves it ranks less well."""


def cpu(work):
    before = time.process_time()
    done = work()
    return done, time.process_time() - before


def events(path, many):
    """The log: members and whom they turn to by Zipf's law with 1.05; times and kinds evenly. Names are numbers in the order of
    their appearance, as every reader of a log gives them out."""
    if os.path.exists(path):
        return
    rng = np.random.default_rng(1)
    weight = 1 / np.arange(1, MEMBERS + 1) ** 1.05
    share = np.cumsum(weight / weight.sum())
    name = rng.permutation(MEMBERS)
    draw = lambda: name[np.minimum(np.searchsorted(share, rng.random(many)), MEMBERS - 1)]
    members, times, peers = draw(), np.sort(rng.integers(0, DAYS * DAY, many)) + START, draw()
    both = np.column_stack([members, peers]).ravel()
    first = np.full(MEMBERS, len(both))
    first[both[::-1]] = np.arange(len(both))[::-1]
    number = np.empty(MEMBERS, 'u4')
    number[np.argsort(first, kind='stable')] = np.arange(MEMBERS)
    log = np.empty(many, EVENT)
    log['u'], log['t'], log['peer'], log['kind'] = number[members], times, number[peers], rng.integers(0, 6, many)
    log.tofile(path)


def ask_duckdb(path):
    """The 31 columns by four plain queries; the weekend is Saturday and Sunday."""
    log = np.fromfile(path, EVENT)
    e = {name: np.ascontiguousarray(log[name].astype('i8' if name == 't' else 'i4')) for name in EVENT.names}
    c = duckdb.connect()
    c.execute('set threads=1')
    c.execute('create table e as select * from e')
    del log, e
    own = ['count(*) n', f'{END}-max(t) rec', f'{END}-min(t) ten']
    own += [f'count(*) filter (t>={END}-{w}*{DAY}) c{w}' for w in WINDOWS]
    own += [f'sum(exp(-({END}-t)/({w}*{DAY}.0))) e{w}' for w in WINDOWS]
    own += ['avg((t//86400%7 in (2,3))::int) weekend']
    own += [f'avg((t%86400//21600={q})::int) q{q}' for q in range(4)] + [f'avg((kind={k})::int) k{k}' for k in range(4)]
    queries = [
        f"create table f1 as select u,{','.join(own)} from e group by u",
        'create table f2 as select u,count(*) adays,avg(g) gm,stddev_pop(g) gs,coalesce(max(g),0) gx,quantile_disc(g,0.5) gq from '
        '(select u,d,d-lag(d) over (partition by u order by d) g from (select distinct u,t//86400 d from e)) group by u',
        'create table f3 as select u,sum(x) ses from (select u,case when t-lag(t) over (partition by u order by t)<=1800 '
        'then 0 else 1 end x from e) group by u',
        'create table f4 as select u,count(distinct peer) filter (peer<>u) np from e group by u',
    ]
    seconds = [cpu(lambda: c.execute(query).fetchall())[1] for query in queries]
    names = ','.join(COLUMNS)
    found = c.execute(f'select u,{names} from f1 join f2 using (u) join f3 using (u) join f4 using (u) order by u').fetchnumpy()
    return sum(seconds), np.column_stack([np.ma.filled(found[name].astype('f8'), np.nan) for name in ['u', *COLUMNS]])


def differences(ours, theirs):
    """How far the engine's columns are from DuckDB's: the worst of the exact ones, and what the sketches miss by."""
    assert (ours[:, 0] == theirs[:, 0]).all(), 'the same members'
    at = {name: place + 1 for place, name in enumerate(COLUMNS)}
    exact = [at[name] for name in COLUMNS if name not in ('gq', 'np')]
    known = np.isnan(ours[:, exact]) == np.isnan(theirs[:, exact])
    assert known.all(), 'the same values are unknown'
    off = np.abs(ours[:, exact] - theirs[:, exact]) / np.maximum(np.abs(theirs[:, exact]), 1)
    miss = lambda name: np.abs(ours[:, at[name]] / theirs[:, at[name]] - 1)
    many = theirs[:, at['np']] >= 20
    return {
        'exact': float(np.nanmax(off)),
        'median': float(np.nanmax(miss('gq'))),
        'distinct_rms': float(np.sqrt(np.mean(miss('np')[many] ** 2))),
    }


def run(*command):
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def measure_fold(engine, folder, many, rounds):
    path, out = f'{folder}/events-{many}.bin', f'{folder}/columns.bin'
    events(path, many)
    found, theirs, miss = [], [], None
    for _ in range(rounds):
        found.append(run(engine, 'fold', path, str(END), out))
        if duckdb:
            seconds, columns = ask_duckdb(path)
            theirs.append(seconds)
            ours = np.fromfile(out).reshape(-1, len(COLUMNS) + 1)
            miss = differences(ours, columns)
    seconds = statistics.median(one['fold_s'] + one['read_s'] for one in found)
    whole = statistics.median(one['whole_s'] for one in found)
    return {'rate': many / seconds, 'whole_rate': many / whole, 'duckdb_rate': many / statistics.median(theirs) if theirs else None,
            'miss': miss}


def community(rows, seed):
    """Columns of several shapes with holes, and labels that hang on some of them and on pairs."""
    rng = np.random.default_rng(seed)
    x = rng.standard_normal((rows, WIDTH), dtype='f4')
    x[:, 20:40] = np.exp(x[:, 20:40])
    x[:, 40:] = np.floor(x[:, 40:] * 3)
    x[rng.random((rows, WIDTH), dtype='f4') < 0.03] = np.nan
    k = np.nan_to_num(x)
    logit = (0.8 * k[:, 0] - 0.6 * k[:, 1] * (k[:, 2] > 0) + 0.5 * np.log1p(k[:, 20]) - 0.1 * k[:, 40] + np.sin(2 * k[:, 3])
             + 0.4 * k[:, 4] * k[:, 5] + 0.05 * k[:, 41] * k[:, 42])
    return x, (rng.random(rows) < 1 / (1 + np.exp(-logit))).astype('f4')


def auc(score, label):
    order = np.argsort(score, kind='stable')
    rank = np.empty(len(score))
    rank[order] = np.arange(1, len(score) + 1)
    yes = label == 1
    return (rank[yes].sum() - yes.sum() * (yes.sum() + 1) / 2) / (yes.sum() * (~yes).sum())


def measure_trees(engine, folder, rows, rounds):
    (x, y), (asked, truth) = community(rows, 1), community(min(rows, 1_000_000), 2)
    paths = [f'{folder}/{name}.bin' for name in ('rows', 'labels', 'asked', 'logits')]
    for values, path in zip((x, y, asked), paths):
        values.astype('<f4').tofile(path)
    found, theirs = [], []
    for _ in range(rounds):
        one = run(engine, 'trees', *paths[:3], str(WIDTH), paths[3])
        found.append((one['grow_s'], len(asked) / max(one['score_s'], 0.01), auc(np.fromfile(paths[3]), truth)))
        if lightgbm:
            wish = dict(objective='binary', num_leaves=31, learning_rate=0.1, num_threads=1, verbosity=-1)
            trees, grown = cpu(lambda: lightgbm.train(wish, lightgbm.Dataset(x, y), num_boost_round=100))
            told, score = cpu(lambda: trees.predict(asked, num_threads=1))
            theirs.append((grown, len(asked) / score, auc(told, truth)))
    middle = lambda all: [statistics.median(values) for values in zip(*all)] if all else None
    return middle(found), middle(theirs)


def line(work, goal, ours, theirs, met):
    words = met if met == '' else 'not measured' if met is None else 'yes' if met else '**no**'
    print(f'| {work} | {goal} | {ours} | {theirs or "not measured"} | {words} |')


def main():
    ask = argparse.ArgumentParser()
    ask.add_argument('engine')
    ask.add_argument('folder')
    ask.add_argument('--events', type=int, default=4_000_000)
    ask.add_argument('--rows', type=int, default=200_000)
    ask.add_argument('--rounds', type=int, default=3)
    ask.add_argument('--log')
    wish = ask.parse_args()
    os.makedirs(wish.folder, exist_ok=True)
    load = os.getloadavg()[0]
    fold = measure_fold(wish.engine, wish.folder, wish.events, wish.rounds)
    (grow, score, quality), theirs = measure_trees(wish.engine, wish.folder, wish.rows, wish.rounds)
    backtests = [run(wish.engine, 'backtest', wish.log) for _ in range(wish.rounds)] if wish.log else []
    print('## The retention engine\n')
    names = [f'{module.__name__} {module.__version__}' for module in (duckdb, lightgbm) if module]
    print(f'{time.strftime("%Y-%m-%d")}, {os.cpu_count()} cores, load before the run {load:.1f}; CPU of one thread, medians of '
          f'{wish.rounds} interleaved rounds beside {" and ".join(names) or "nobody"}; loading not counted. '
          f'{wish.events:,} events, {wish.rows:,} rows to learn from. '
          f'Again: `scripts/bench-engine.sh --events {wish.events} --rows {wish.rows} --rounds {wish.rounds}`\n')
    print('| work | goal | Hearth | other | met? |\n|---|---|---|---|---|')
    million = lambda rate: f'{rate / 1e6:.2f} M/s' if rate else None
    line('fold, 31 columns', 'at least 5 M events/s', million(fold['rate']), million(fold['duckdb_rate']), fold['rate'] >= 5e6)
    ratio = fold['duckdb_rate'] and fold['rate'] / fold['duckdb_rate']
    line('the same', 'at least 5 times DuckDB', f'{ratio:.1f} times' if ratio else '-', 'DuckDB' if ratio else None, ratio and ratio >= 5)
    line('fold, all features', '', million(fold['whole_rate']), '-', '')
    if miss := fold['miss']:
        line('farthest from DuckDB, 29 exact columns', '1e-9', f'{miss["exact"]:.0e}', 'DuckDB', miss['exact'] <= 1e-9)
        line('median of pauses, by a histogram: farthest', '10 %', f'{miss["median"]:.1%}', 'DuckDB', miss['median'] <= 0.1)
        line('distinct peers, 20 and more, by HyperLogLog: error', '13 %', f'{miss["distinct_rms"]:.1%}', 'DuckDB',
             miss['distinct_rms'] <= 0.13)
    line('score, 60 columns, 100 trees of 31 leaves', 'at least 1 M rows/s', million(score), theirs and million(theirs[1]), score >= 1e6)
    line('grow the same trees', 'at most 1.6 times LightGBM', f'{grow:.2f} s', theirs and f'{theirs[0]:.2f} s',
         theirs and grow <= 1.6 * theirs[0])
    line('their AUC on other rows', 'within 0.002', f'{quality:.4f}', theirs and f'{theirs[2]:.4f}',
         theirs and abs(quality - theirs[2]) <= 0.002)
    if backtests:
        seconds = statistics.median(one['cpu_s'] for one in backtests)
        line('backtest of CollegeMsg, with reasons', 'at most 20 s on 2 cores', f'{seconds / 2:.1f} s ({seconds:.1f} s of CPU)', '-', seconds <= 40)
    print(NOTES)


if __name__ == '__main__':
    sys.exit(main())
