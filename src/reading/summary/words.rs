//! The words by which a case summary is read: `language.summary`.

/// All of them.
#[derive(Clone, Debug, Default)]
pub struct SummaryWords {
    /// How injury and review are dated.
    pub dates: DateWords,
    /// What tells the worker's sex.
    pub worker: WorkerWords,
    /// What dates a record.
    pub records: RecordWords,
    /// What states the request.
    pub requests: SummaryRequestWords,
}

/// The words by which a case summary dates injury and review.
#[derive(Clone, Debug, Default)]
pub struct DateWords {
    /// What a date of injury stands behind: "injury", "accident", "claim".
    pub injury: Vec<String>,
    /// What must stand in the same sentence, before the date, for it to be the industrial injury.
    pub at_work: Vec<String>,
    /// What a date of review stands behind, or before: "utilization review".
    pub review: Vec<String>,
    /// Words that may stand between one of these and its date: "on", "report", "dated".
    pub fillers: Vec<String>,
    /// Words that open a sentence with a date: "on".
    pub date_openers: Vec<String>,
    /// Words, besides the fillers, that join one more date to the one before it: "and", "again".
    pub date_joins: Vec<String>,
}

/// The words that tell whether the worker is a man or a woman, and of whom else a letter may speak.
#[derive(Clone, Debug, Default)]
pub struct WorkerWords {
    /// What the worker is called: "patient", "applicant".
    pub names: Vec<String>,
    /// Words in which a name of the worker means something else: "workers' compensation".
    pub not_names: Vec<String>,
    /// The words for a man.
    pub male: SexWords,
    /// The words for a woman.
    pub female: SexWords,
    /// Forms that leave the sex open: "he or she".
    pub open: Vec<String>,
    /// Words that may stand between the worker and what describes the worker: "is", "a".
    pub links: Vec<String>,
    /// People who are not the worker: "physician", "wife".
    pub others: Vec<String>,
    /// Words in which one of these is no person: "physician progress note".
    pub not_others: Vec<String>,
}

/// The words for one sex.
#[derive(Clone, Debug, Default)]
pub struct SexWords {
    /// "woman", "lady".
    pub nouns: Vec<String>,
    /// The letter that stands for it behind an age: "F".
    pub letters: Vec<String>,
    /// "Ms".
    pub titles: Vec<String>,
    /// "she", "her".
    pub pronouns: Vec<String>,
}

/// The words of sentences that date a record.
#[derive(Clone, Debug, Default)]
pub struct RecordWords {
    /// Records, visits and tests: "progress note", "seen", "MRI".
    pub cues: Vec<String>,
    /// Words of sentences whose dates are no record's: "utilization review", "scheduled".
    pub not_in: Vec<String>,
    /// Words right behind which a date is no record's: "until".
    pub not_behind: Vec<String>,
}

/// The words of sentences in which a case summary states the request.
#[derive(Clone, Debug, Default)]
pub struct SummaryRequestWords {
    /// "request", "treatment plan".
    pub cues: Vec<String>,
    /// Words of sentences about other amounts than the one asked for: "completed", "authorized".
    pub not_in: Vec<String>,
}
