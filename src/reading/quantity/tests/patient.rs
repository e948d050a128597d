//! What is said of the patient: ages, grades, shares, dates.

use super::check;

#[test]
fn ages() {
    check(&[
        ("a 44 year old carpenter", "age 44"),
        ("a 44-year-old carpenter", "age 44"),
        ("44 yo", "age 44"),
        ("44 y/o", "age 44"),
        ("44 y.o.", "age 44"),
        ("forty-four year old", "age 44"),
        ("age 44", "age 44"),
        ("44 years of age", "age 44"),
        ("ages 18 to 65", ""),
        ("an 8-month-old sprain", "duration 8 month"),
    ]);
}

#[test]
fn scores() {
    check(&[
        ("7/10", "score 7/10"),
        ("7.5/10", "score 7.5/10"),
        ("5-7/10", "score 5-7/10"),
        ("7 out of 10", "score 7/10"),
        ("7 out of a possible 10", "score 7/10"),
        ("a 7 on a 10-point scale", "score 7/10"),
        ("7 on a scale of 1 to 10", "score 7/10"),
        ("7/10 - 8/10", "score 7/10; score 8/10"),
        ("VAS 7", "score 7/10"),
        ("VAS score of 7/10", "score 7/10"),
        (
            "7/10 today (5 on 3/4/15)",
            "score 7/10; score 5/10; date 2015-03-04",
        ),
        ("a scale of 0-10", ""),
        ("motor strength 4/5", "score 4/5"),
        ("4/5", ""),
        ("12/10", ""),
        ("20/20 vision", ""),
    ]);
}

#[test]
fn shares() {
    check(&[
        ("65% relief", "percent 65"),
        ("65 percent better", "percent 65"),
        ("50-60% improvement", "percent 50-60"),
        ("50%-60% relief", "percent 50-60"),
        ("improved by 65%", "percent 65"),
        ("65% pain relief with the cream", "percent 65"),
        ("sixty percent of the time", "percent 60"),
    ]);
}

#[test]
fn dates() {
    check(&[
        ("08/14/2012", "date 2012-08-14"),
        ("8-14-2012", "date 2012-08-14"),
        ("8/4/12", "date 2012-08-04"),
        ("8-14-12", "date 2012-08-14"),
        ("8- 14-2012", "date 2012-08-14"),
        ("8\u{2013}14\u{2013}2012", "date 2012-08-14"),
        ("08.14.2012", "date 2012-08-14"),
        ("2012-08-14", "date 2012-08-14"),
        ("08/14/2012.Then", "date 2012-08-14"),
        ("per 08/14/2012 order", "date 2012-08-14"),
        ("August 14, 2012", "date 2012-08-14"),
        ("AUG. 14TH 2012", "date 2012-08-14"),
        ("14 August 2012", "date 2012-08-14"),
        ("the 14th of August, 2012", "date 2012-08-14"),
        ("14-Aug-12", "date 2012-08-14"),
        ("8/14/2012-9/14/2012", "date 2012-08-14; date 2012-09-14"),
        ("August 2012", "date 2012-08"),
        ("early August of 2012", "date 2012-08"),
        ("(8/2012)", "date 2012-08"),
        ("since 2012", "date 2012"),
        ("2012-2013", "date 2012; date 2013"),
        ("Third Edition, 2011", "date 2011"),
        ("(Third Edition, 2011)", "date 2011"),
        ("(2003, 2009)", ""),
        ("(Miller, 2003)", ""),
        ("(2) 2012-2013", "date 2012; date 2013"),
        ("in the 1990s", ""),
        ("13/45/2016", ""),
        ("topic 3.3.10", ""),
        ("February 30, 2016", ""),
        ("on August 14 therapy visits ended", ""),
        ("in May 12 visits", "count 12"),
        ("by 14 August, 12 visits were done", "count 12"),
    ]);
}
