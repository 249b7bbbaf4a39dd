-- Two authorities whose every figure is an unmistakable number, and private data that are one too (987654321).
INSERT INTO registry.authority (authority_id, name, kind, pilot_role, simulated)
VALUES ('alphastadt', 'Alphaname', 'city', 'pilot', true),
       ('betastadt', 'Betaname', 'city', 'pilot', true);

INSERT INTO registry.office (office_id, authority_id, name, time_zone)
VALUES ('alphaoffice', 'alphastadt', 'Alphaoffice', 'Europe/Berlin'),
       ('betaoffice', 'betastadt', 'Betaoffice', 'Europe/Berlin');

INSERT INTO registry.area (area_id, office_id, name, desk_count)
VALUES ('area-987654321', 'alphaoffice', 'Bereich 987654321', 3);

INSERT INTO registry.device (device_id, area_id, name)
VALUES ('device-987654321', 'area-987654321', 'Tablet 987654321');

INSERT INTO device.token (token_sha256, device_id, issued_at)
VALUES (decode(rpad('987654321', 64, '0'), 'hex'), 'device-987654321', '2026-11-20');

INSERT INTO staff.account (account_id, login, password_hash, display_name, role, authority_id, created_at)
VALUES ('account-987654321', 'login-987654321', '987654321', 'Name 987654321', 'manager', 'alphastadt', '2026-11-20');

INSERT INTO staff.session (token_sha256, account_id, created_at, last_seen_at)
VALUES (decode(rpad('987654321', 64, '2'), 'hex'), 'account-987654321', '2026-11-20', '2026-11-20');

INSERT INTO measure.measure (measure_id, authority_id, field, title, text, starts_on, ends_on, logged_at, changed_at, withdrawn_at)
VALUES ('alpha', 'alphastadt', 'processes', 'Alphaname', 'Text 987654321', '2026-11-01', NULL, '2026-11-01', '2026-11-01', NULL),
       ('beta', 'betastadt', 'processes', 'Betaname', 'Text 987654321', '2222-02-22', NULL, '2026-11-01', '2026-11-01', NULL),
       ('withdrawn', 'alphastadt', 'processes', 'Titel 987654321', '', '2026-11-01', NULL, '2026-11-01', '2026-11-01', '2026-11-02');

INSERT INTO registry.integration (integration_id, authority_id, token_sha256)
VALUES ('queue-987654321', 'alphastadt', decode(rpad('987654321', 64, '1'), 'hex'));

CREATE TEMPORARY TABLE scope (kind text, id text, n bigint, hour_n bigint, released_at timestamptz);
INSERT INTO scope
VALUES ('authority', 'alphastadt', 111000111, 444000441, '2026-11-20 12:00+00'),
       ('office', 'alphaoffice', 111000111, 444000441, '2026-11-20 12:00+00'),
       ('authority', 'betastadt', 222000222, 444000442, '2222-02-22 12:00+00'),
       ('office', 'betaoffice', 222000222, 444000442, '2222-02-22 12:00+00'),
       ('pilots', 'pilots', 333000333, 444000443, '2333-03-03 12:00+00'),
       ('comparison', 'comparison', 333000333, 444000443, '2333-03-03 12:00+00');

CREATE TEMPORARY TABLE period (kind text, starts_on date, ends_on date);
INSERT INTO period
VALUES ('day', '2026-11-20', '2026-11-21'),
       ('day', '2026-11-19', '2026-11-20'),
       ('week', '2026-11-16', '2026-11-23'),
       ('month', '2026-11-01', '2026-12-01'),
       ('quarter', '2026-10-01', '2027-01-01'),
       ('hour', '2026-11-20', '2026-11-20');

INSERT INTO release.rating_figure (figure_id, scope_kind, scope_id, period_kind, starts_at, ends_at, period_start, period_end,
    subject, state, reason, counts, answers, positive, share_positive, share_low, share_high, mean, released_at, comparable)
SELECT concat_ws('/', s.kind, s.id, p.kind, p.starts_on, q.question), s.kind, s.id, p.kind, p.starts_on, p.ends_on, p.starts_on,
    p.ends_on, q.question, 'released', NULL, ARRAY[s.n, s.n, s.n, s.n, s.n], s.n, s.n, s.n / 1e9, s.n / 1e9, s.n / 1e9, s.n / 1e9,
    s.released_at, true
FROM scope s
CROSS JOIN period p
CROSS JOIN (VALUES ('overall'), ('friendly')) q (question)
WHERE p.kind <> 'hour';

INSERT INTO release.wait_figure (figure_id, scope_kind, scope_id, period_kind, starts_at, ends_at, period_start, period_end,
    subject, state, reason, visits, median_minutes, p90_minutes, share_15, share_30, released_at)
SELECT concat_ws('/', s.kind, s.id, p.kind, p.starts_on, a.appointment), s.kind, s.id, p.kind, p.starts_on, p.ends_on, p.starts_on,
    p.ends_on, a.appointment, 'released', NULL, n.n, n.n, n.n, n.n / 1e9, n.n / 1e9, s.released_at
FROM scope s
CROSS JOIN period p
CROSS JOIN (VALUES ('all'), ('with'), ('without')) a (appointment)
CROSS JOIN LATERAL (SELECT CASE p.kind WHEN 'hour' THEN s.hour_n ELSE s.n END) n (n);

INSERT INTO release.lead_figure (figure_id, scope_kind, scope_id, period_kind, starts_at, ends_at, period_start, period_end,
    subject, state, reason, visits, median_days, p90_days, share_under_14, share_under_28, released_at)
SELECT concat_ws('/', s.kind, s.id, p.kind, p.starts_on), s.kind, s.id, p.kind, p.starts_on, p.ends_on, p.starts_on,
    p.ends_on, 'all', 'released', NULL, s.n, s.n, s.n, s.n / 1e9, s.n / 1e9, s.released_at
FROM scope s
CROSS JOIN period p
WHERE p.kind <> 'hour';

-- What was shown before, and is no longer; and what was never shown.
INSERT INTO release.rating_figure (figure_id, scope_kind, scope_id, period_kind, starts_at, ends_at, period_start, period_end,
    subject, state, counts, answers, positive, share_positive, share_low, share_high, mean, released_at, superseded_at)
SELECT figure_id, scope_kind, scope_id, period_kind, starts_at, ends_at, period_start, period_end, subject, 'released',
    ARRAY[987654321, 0, 0, 0, 0], 987654321, 987654321, 0.987654321, 0.987654321, 0.987654321, 0.987654321, released_at, released_at
FROM release.rating_figure;

INSERT INTO release.rating_figure (figure_id, scope_kind, scope_id, period_kind, starts_at, ends_at, period_start, period_end,
    subject, state, reason, released_at)
VALUES ('suppressed', 'office', 'alphaoffice', 'day', '2026-11-18', '2026-11-19', '2026-11-18', '2026-11-19', 'overall',
    'suppressed', 'too-few-answers', '2026-11-20');

INSERT INTO release.total (figure_id, numbers) VALUES ('suppressed', '{987654321}');
INSERT INTO release.leaf (office_id, day, measure, subject, starts_at, counted, released)
VALUES ('alphaoffice', '2026-11-18', 'rating', 'overall', '2026-11-18', '{987654321}', '{0}');
INSERT INTO release.block (office_id, measure, subject, span, starts_at, day, numbers, released_at)
VALUES ('alphaoffice', 'rating', 'overall', 'day', '2026-11-18', '2026-11-18', '{987654321}', '2026-11-18');
INSERT INTO cell.rating_cell (office_id, bucket_start, question_id, area_id, instrument_version, counts)
VALUES ('alphaoffice', '2026-11-20 10:15+00', 'overall', 'area-987654321', 1, '{987654321,0,0,0,0}');
INSERT INTO cell.wait_cell (office_id, bucket_start, with_appointment, visits, wait_seconds_sum, histogram)
VALUES ('alphaoffice', '2026-11-20 10:15+00', true, 987654321, 987654321, '{987654321}');
INSERT INTO cell.band_cell (office_id, hour_start, wait_band, question_id, counts)
VALUES ('alphaoffice', '2026-11-20 10:00+00', '15', 'overall', '{987654321,0,0,0,0}');
INSERT INTO account.source (kind, partition, office_id, source_id, authority_id, accepted, counted, quarantined, duplicates, replays,
    sequence_numbers, highest_sequence_number, changed_at)
VALUES ('rating', 0, 'alphaoffice', 'device-987654321', 'alphastadt', 987654321, 987654321, 0, 0, 0, 987654321, 987654321, '2026-11-20');
INSERT INTO feed.file_visit (integration_id, office_id, body_hash, occurrence, sequence_number)
VALUES ('queue-987654321', 'alphaoffice', 987654321, 1, 1);
INSERT INTO feed.outbox (integration_id, office_id, sequence_number, event)
VALUES ('queue-987654321', 'alphaoffice', 987654321, decode('987654321f', 'hex'));
INSERT INTO audit.entry (number, occurred_at, actor, action, subject, details, hash)
SELECT coalesce(max(number), 0) + 1, '2026-11-20', 'account-987654321', 'signed-in', 'account-987654321', '{}',
    decode(rpad('987654321', 64, '0'), 'hex')
FROM audit.entry;

INSERT INTO feed.office_state (office_id, state, silent_since, checked_at)
VALUES ('alphaoffice', 'silent', '2026-11-20 10:00+00', '2026-11-20 10:00+00'),
       ('betaoffice', 'silent', '2222-02-22 10:00+00', '2222-02-22 10:00+00');

INSERT INTO feed.zms_comparison (office_id, day, with_appointment, own_visits, own_mean_minutes, zms_visits, zms_mean_minutes,
    compared_at)
VALUES ('alphaoffice', '2026-11-19', true, 111000111, 0.111000111, 111000111, 0.111000111, '2026-11-20'),
       ('betaoffice', '2026-11-19', true, 222000222, 0.222000222, 222000222, 0.222000222, '2222-02-22'),
       -- fewer than five here, so that neither is shown
       ('alphaoffice', '2026-11-18', true, 3, 0.987654321, 987654321, 0.987654321, '2026-11-20'),
       ('betaoffice', '2026-11-18', true, 3, 0.987654321, 987654321, 0.987654321, '2222-02-22');

DROP TABLE scope, period;
-- Statistics are a way to learn values, too.
ANALYZE;
