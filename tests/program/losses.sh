#!/bin/sh
# losses.sh -- nothing goes missing in silence: whatever is taken away from a good delivery,
# its unit is named; and of the good one nothing is said.
. "$(dirname "$0")/lib.sh"

for report in caerfedwen-2012 porthelyrch-2013; do
    copy_example $report
    good=$ROOT/examples/$report/cy.xlf
    rm $report/cy.xlf
    status 0 "the good Welsh of $report" "$GWASG" translate import $report "$good"
    [ -s err ] && fail "something is said of good Welsh: $(head -n 3 err)"
    for kind in sentence code segment empty second english; do
        for seed in 1 2; do
            [ $seed = 1 ] || [ $report = caerfedwen-2012 ] || continue
            rm -f $report/cy.xlf
            python3 "$ROOT/tests/program/losses.py" $kind $seed "$good" delivered.xlf >named
            [ -s named ] || [ $report = porthelyrch-2013 ] || fail "$kind: nothing to take away"
            "$GWASG" translate import --diagnostics short $report delivered.xlf >out 2>err
            while read -r uid; do
                grep -qE ": (error|warning): .*unit $uid" err || fail "$report, $kind $seed: silent of $uid"
            done <named
        done
    done
done
finish
