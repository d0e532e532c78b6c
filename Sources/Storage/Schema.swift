import GRDB

/// The tables. Times are milliseconds since 1970 UTC; what identifies or contacts a person is masked or keyed.
enum Schema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1: entries, verdicts, alerts, outbox") { db in
      try db.execute(sql: entries)
      try db.execute(sql: alerts)
      try db.execute(sql: outbox)
    }
    migrator.registerMigration("2: waves, brands, silences, orders, history") { db in try db.execute(sql: desk) }
    migrator.registerMigration("3: briefs, keys, flaps") { db in try db.execute(sql: briefs) }
    migrator.registerMigration("feeds: notes on sources") { db in
      try db.execute(sql: "ALTER TABLE sources ADD COLUMN notes TEXT")
    }
    migrator.registerMigration("dashboard: counts a day, indexes") { db in try db.execute(sql: dashboard) }
    migrator.registerMigration("origins of entries") { db in try db.execute(sql: origins) }
    migrator.registerMigration("indicators by value") { db in
      try db.execute(sql: "CREATE INDEX indicators_value ON indicators (kind, digest, entry)")
    }
    return migrator
  }

  /// Messages that are about no alert, what a key is called, how often an alert came back.
  private static let briefs = """
    CREATE TABLE new_outbox (
      id INTEGER PRIMARY KEY,
      message TEXT NOT NULL, alert TEXT REFERENCES alerts (id) ON DELETE CASCADE, receiver TEXT NOT NULL,
      payload BLOB NOT NULL, state TEXT NOT NULL,
      attempt INTEGER NOT NULL, next_attempt INTEGER NOT NULL, leased_until INTEGER,
      UNIQUE (message, receiver)
    ) STRICT;
    INSERT INTO new_outbox SELECT * FROM outbox;
    DROP TABLE outbox;
    ALTER TABLE new_outbox RENAME TO outbox;
    CREATE INDEX outbox_pending ON outbox (receiver, alert, id) WHERE state = 'pending';
    CREATE INDEX outbox_alert ON outbox (alert);

    CREATE TABLE briefs (name TEXT PRIMARY KEY, sent_until INTEGER NOT NULL) STRICT;
    -- One row: the id of the key that all pseudonyms and digests are made with.
    CREATE TABLE pseudonym_key (id TEXT NOT NULL) STRICT;
    UPDATE alerts SET document = json_set(document, '$.flaps', 0);
    """

  /// Counting a million verdicts takes a second; a page may not. Triggers keep the counts in the same transaction.
  private static let dashboard = """
    CREATE TABLE verdict_days (
      day INTEGER NOT NULL, category TEXT NOT NULL, decision TEXT NOT NULL, posts INTEGER NOT NULL,
      PRIMARY KEY (day, category, decision)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO verdict_days
      SELECT seen_at / 86400000, COALESCE(category, ''), decision, COUNT(*)
      FROM verdicts JOIN entries ON id = verdicts.entry
      LEFT JOIN verdict_categories AS c ON c.entry = verdicts.entry AND ordinal = 0
      GROUP BY 1, 2, 3;
    CREATE TRIGGER verdict_counted AFTER INSERT ON verdicts BEGIN
      INSERT INTO verdict_days SELECT seen_at / 86400000, '', NEW.decision, 1 FROM entries WHERE id = NEW.entry
        ON CONFLICT DO UPDATE SET posts = posts + 1;
    END;
    -- The most likely category comes after its verdict: the count moves from none to it.
    CREATE TRIGGER category_counted AFTER INSERT ON verdict_categories WHEN NEW.ordinal = 0 BEGIN
      UPDATE verdict_days SET posts = posts - 1 WHERE category = ''
        AND day = (SELECT seen_at / 86400000 FROM entries WHERE id = NEW.entry)
        AND decision = (SELECT decision FROM verdicts WHERE entry = NEW.entry);
      INSERT INTO verdict_days SELECT seen_at / 86400000, NEW.category, decision, 1
        FROM entries JOIN verdicts ON entry = id WHERE id = NEW.entry
        ON CONFLICT DO UPDATE SET posts = posts + 1;
    END;
    CREATE INDEX verdicts_decision ON verdicts (decision, entry);
    CREATE INDEX verdict_categories_category ON verdict_categories (category, entry);
    """

  /// How the answers came that entries stood in, once for all entries of an answer; `document` is a `PostOrigin`.
  private static let origins = """
    CREATE TABLE origins (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, document TEXT NOT NULL) STRICT;
    CREATE INDEX origins_at ON origins (at);
    -- No reference: its check would look through all entries for each origin that is purged.
    ALTER TABLE entries ADD COLUMN origin INTEGER;
    """

  private static let desk = """
    ALTER TABLE entries ADD COLUMN wave TEXT;
    ALTER TABLE entries ADD COLUMN fingerprint BLOB;
    UPDATE alerts SET document = json_set(document, '$.waves', json('[]'));

    CREATE TABLE brands (
      name TEXT PRIMARY KEY, first_seen INTEGER NOT NULL, last_seen INTEGER NOT NULL,
      quiet_from INTEGER, returned_at INTEGER
    ) STRICT;
    INSERT INTO brands (name, first_seen, last_seen)
      SELECT folded, MIN(seen_at), MAX(seen_at) FROM evidence
      JOIN entries ON evidence.entry = entries.id JOIN verdicts ON verdicts.entry = entries.id
      WHERE family = 'site_name' AND decision = 'harmful' GROUP BY folded;

    CREATE TABLE silences (id TEXT PRIMARY KEY, ends_at INTEGER NOT NULL, document TEXT NOT NULL) STRICT;
    CREATE TABLE orders (
      id INTEGER PRIMARY KEY, at INTEGER NOT NULL, kind TEXT NOT NULL,
      alert TEXT NOT NULL, by TEXT NOT NULL, note TEXT NOT NULL
    ) STRICT;
    CREATE TABLE alert_history (
      id INTEGER PRIMARY KEY, alert TEXT NOT NULL REFERENCES alerts (id) ON DELETE CASCADE,
      at INTEGER NOT NULL, event TEXT NOT NULL, detail TEXT NOT NULL
    ) STRICT;
    CREATE INDEX alert_history_alert ON alert_history (alert);
    """

  private static let entries = """
    CREATE TABLE sources (
      id TEXT PRIMARY KEY, url TEXT NOT NULL, etag TEXT, last_modified TEXT,
      next_poll INTEGER, last_success INTEGER,
      consecutive_failures INTEGER NOT NULL, reason TEXT
    ) STRICT;

    -- A row stays when its verdict is gone, so that an entry that a feed still lists is not judged again.
    CREATE TABLE entries (
      id INTEGER PRIMARY KEY,
      source TEXT NOT NULL, identity TEXT NOT NULL, version TEXT NOT NULL,
      role TEXT NOT NULL, region TEXT NOT NULL,
      link TEXT, author TEXT, published_at INTEGER, seen_at INTEGER NOT NULL,
      text TEXT,
      UNIQUE (source, identity, version)
    ) STRICT;
    CREATE INDEX entries_seen ON entries (seen_at);
    CREATE INDEX entries_with_text ON entries (seen_at) WHERE text IS NOT NULL;

    CREATE TABLE verdicts (
      entry INTEGER PRIMARY KEY REFERENCES entries (id),
      decision TEXT NOT NULL, score REAL NOT NULL, language TEXT
    ) STRICT;
    CREATE TABLE verdict_categories (
      entry INTEGER NOT NULL REFERENCES verdicts (entry) ON DELETE CASCADE, ordinal INTEGER NOT NULL,
      category TEXT NOT NULL, score REAL NOT NULL, bias REAL NOT NULL, stance TEXT NOT NULL, pillars TEXT NOT NULL,
      PRIMARY KEY (entry, ordinal)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE evidence (
      entry INTEGER NOT NULL REFERENCES verdicts (entry) ON DELETE CASCADE, ordinal INTEGER NOT NULL,
      start_byte INTEGER NOT NULL, end_byte INTEGER NOT NULL, text TEXT NOT NULL, folded TEXT NOT NULL,
      family TEXT NOT NULL, category TEXT NOT NULL, term TEXT NOT NULL, weight REAL NOT NULL,
      PRIMARY KEY (entry, ordinal)
    ) STRICT, WITHOUT ROWID;
    -- `value` is masked; `digest` is keyed and tells whether two are the same.
    CREATE TABLE indicators (
      entry INTEGER NOT NULL REFERENCES verdicts (entry) ON DELETE CASCADE, ordinal INTEGER NOT NULL,
      kind TEXT NOT NULL, value TEXT NOT NULL, digest BLOB NOT NULL,
      start_byte INTEGER NOT NULL, end_byte INTEGER NOT NULL,
      PRIMARY KEY (entry, ordinal)
    ) STRICT, WITHOUT ROWID;
    """

  private static let alerts = """
    -- `document` is the alert as JSON; the other columns repeat what queries need.
    CREATE TABLE alerts (
      id TEXT PRIMARY KEY, campaign TEXT NOT NULL, group_key TEXT NOT NULL, state TEXT NOT NULL,
      starts_at INTEGER NOT NULL, ends_at INTEGER, document TEXT NOT NULL
    ) STRICT;
    CREATE INDEX alerts_state ON alerts (state, starts_at);
    CREATE TABLE alert_entries (
      alert TEXT NOT NULL REFERENCES alerts (id) ON DELETE CASCADE,
      entry INTEGER NOT NULL REFERENCES entries (id),
      PRIMARY KEY (alert, entry)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX alert_entries_entry ON alert_entries (entry);
    """

  private static let outbox = """
    CREATE TABLE outbox (
      id INTEGER PRIMARY KEY,
      message TEXT NOT NULL, alert TEXT NOT NULL REFERENCES alerts (id) ON DELETE CASCADE, receiver TEXT NOT NULL,
      payload BLOB NOT NULL, state TEXT NOT NULL,
      attempt INTEGER NOT NULL, next_attempt INTEGER NOT NULL, leased_until INTEGER,
      UNIQUE (message, receiver)
    ) STRICT;
    CREATE INDEX outbox_pending ON outbox (receiver, alert, id) WHERE state = 'pending';
    CREATE INDEX outbox_alert ON outbox (alert);
    CREATE TABLE deliveries (
      id INTEGER PRIMARY KEY, outbox INTEGER NOT NULL REFERENCES outbox (id) ON DELETE CASCADE,
      attempt INTEGER NOT NULL, at INTEGER NOT NULL, step TEXT NOT NULL, detail TEXT NOT NULL
    ) STRICT;
    CREATE INDEX deliveries_outbox ON deliveries (outbox);
    CREATE TABLE disabled_receivers (
      receiver TEXT PRIMARY KEY, at INTEGER NOT NULL, detail TEXT NOT NULL
    ) STRICT;
    """
}
