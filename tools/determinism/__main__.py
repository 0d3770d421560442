"""Report every finding; exit code 1 when there is one."""

import sys
from pathlib import Path

from tools.determinism.check import check_tree

findings = check_tree(Path(__file__).resolve().parents[2])
print(*findings, sep="\n")
print(f"determinism: {len(findings) or 'no'} findings")
sys.exit(bool(findings))
