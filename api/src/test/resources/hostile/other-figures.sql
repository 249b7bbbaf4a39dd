-- Everything that is known of Betastadt changes, and everything else stays. Reasons are as long as the numbers were: PostgreSQL
-- plans by the sizes of tables, too.
UPDATE release.rating_figure
SET state = 'suppressed', reason = rpad('too-few-answers', 120, '-'), counts = NULL, answers = NULL, positive = NULL, share_positive = NULL,
    share_low = NULL, share_high = NULL, mean = NULL, share_bound = NULL, comparable = NULL, released_at = '2026-01-01'
WHERE scope_id IN ('betastadt', 'betaoffice');
UPDATE release.wait_figure
SET state = 'suppressed', reason = rpad('too-few-visits', 40, '-'), visits = NULL, median_minutes = NULL, p90_minutes = NULL, share_15 = NULL,
    share_30 = NULL, released_at = '2026-01-01'
WHERE scope_id IN ('betastadt', 'betaoffice');
UPDATE release.lead_figure
SET state = 'suppressed', reason = rpad('too-few-visits', 40, '-'), visits = NULL, median_days = NULL, p90_days = NULL, share_under_14 = NULL,
    share_under_28 = NULL, released_at = '2026-01-01'
WHERE scope_id IN ('betastadt', 'betaoffice');
UPDATE registry.authority
SET name = 'Anders', kind = 'district', pilot_role = 'none', pilot_from = '2020-01-01', simulated = false
WHERE authority_id = 'betastadt';
UPDATE registry.office
SET name = 'Anders', time_zone = 'UTC'
WHERE authority_id = 'betastadt';
UPDATE feed.office_state
SET state = 'ok', silent_since = NULL, checked_at = '2026-01-01'
WHERE office_id = 'betaoffice';
UPDATE feed.zms_comparison
SET own_visits = 7, own_mean_minutes = NULL, zms_visits = 8, zms_mean_minutes = NULL, compared_at = '2026-01-01'
WHERE office_id = 'betaoffice';
UPDATE measure.measure
SET field = 'networking', title = 'Anderes', starts_on = '2026-01-01', ends_on = '2026-01-02'
WHERE authority_id = 'betastadt';
