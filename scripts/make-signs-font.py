"""
Makes src/design/fonts/rankfall-signs.woff2: the signs that this page writes and that the Latin and
Greek subsets of Source Sans 3 lack, from the whole typeface, with its weights. Needed only when
a sign is added. Needs fonttools and brotli, and the file VF/SourceSans3VF-Upright.ttf of the npm
package source-sans 3.52.0:

    python3 scripts/make-signs-font.py SourceSans3VF-Upright.ttf
"""
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

SIGNS = "‖₀₁₂₃₄₅₆₇₈₉₊₋⁰⁴⁵⁶⁷⁸⁹⁺⁻→∞≤≥√ℓ≈"

font = TTFont(sys.argv[1])
options = subset.Options()
options.layout_features = []
options.hinting = False
options.name_IDs = [0, 13, 14]
options.drop_tables += ["DSIG", "STAT", "MVAR"]
subsetter = subset.Subsetter(options)
subsetter.populate(text=SIGNS)
subsetter.subset(font)
# The licence reserves the name Source for what Adobe itself publishes.
names = {1: "Rankfall Signs", 2: "Regular", 3: "Rankfall Signs 1", 4: "Rankfall Signs", 6: "RankfallSigns"}
for name_id, name in names.items():
    font["name"].setName(name, name_id, 3, 1, 0x409)
font.flavor = "woff2"
font.save("src/design/fonts/rankfall-signs.woff2")
