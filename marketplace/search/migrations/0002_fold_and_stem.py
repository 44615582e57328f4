"""How words are brought to one form. The same functions read what is stored and what is asked, so both always agree.

`mahalli_fold` does what `marketplace.core.text.fold` does; a test holds the two together. No part leans on the locale of the database: the
letters of words are named here, because under a C locale PostgreSQL takes Arabic letters for signs.
"""

from django.db import migrations

FOLD = r"""
CREATE FUNCTION mahalli_fold(given text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN lower(regexp_replace(
    normalize(translate(
        normalize(translate(given, '٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹', '01234567890123456789'), NFKC),
        'أإآٱىئؤةیکـ', 'ااااييوهيك'), NFD),
    E'[\u0300-\u036F\u0483-\u0487\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06DC'
    '\u06DF-\u06E4\u06E7\u06E8\u06EA-\u06ED\u0897-\u089F\u08CA-\u08E1\u08E3-\u08FF\u1AB0-\u1ACE\u1DC0-\u1DFF\u20D0-\u20F0\uFE20-\uFE2F]',
    '', 'g'));
"""

# za'atar and zaatar are one word. Letters: digits, Latin with its relatives, Hebrew, Arabic.
TOKENS = r"""
CREATE FUNCTION mahalli_tokens(given text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN ARRAY(
    SELECT left(word, 60)
    FROM regexp_split_to_table(
        regexp_replace(mahalli_fold(given), E'[''\u2019\u2018\u02BC\u02BE\u02BF`\u00B4]', '', 'g'),
        E'[^0-9a-z\u00DF-\u024F\u05D0-\u05EA\u0620-\u063F\u0641-\u064A\u066E-\u06D3]+') WITH ORDINALITY AS parts(word, place)
    WHERE word <> ''
    ORDER BY place);
"""

# A light stemmer keeps the word and what is left without و ف ب ل ك and ال before it and without common endings; never fewer than
# three letters, so that لبنة does not become بن. ون and ين fall only from longer words: زيتون is no plural of زيت.
VARIANTS = r"""
CREATE FUNCTION mahalli_variants(word text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE
    WHEN word ~ E'^[\u0620-\u06D3]+$' THEN ARRAY(
        SELECT DISTINCT bare
        FROM unnest(ARRAY[word, regexp_replace(word, '^[وف]?(?:[بك]?ال|لل)(?=...)', ''), regexp_replace(word, '^[وفبلك](?=...)', '')]) AS head,
             unnest(ARRAY[head, regexp_replace(head, '^(...+)(?:ات|ها|ه)$', '\1'), regexp_replace(head, '^(....+)(?:ون|ين)$', '\1')]) AS bare)
    WHEN word ~ '^[a-z]+$' THEN ARRAY(
        SELECT DISTINCT bare
        FROM unnest(ARRAY[word, CASE
            WHEN word ~ '..ies$' THEN regexp_replace(word, 'ies$', 'y')
            WHEN word ~ '.(?:o|sh|ch|x|ss)es$' THEN regexp_replace(word, 'es$', '')
            WHEN word ~ '..[^sui]s$' THEN regexp_replace(word, 's$', '')
            ELSE word END]) AS bare)
    ELSE ARRAY[word] END;
"""

# Words carry one weight, their stems a lower one: who writes the very word finds it first.
VECTOR = r"""
CREATE FUNCTION mahalli_vector(given text, of_word text, of_stem text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (
    SELECT coalesce(string_agg(
        '''' || variant || ''':' || least(place, 16000) || CASE WHEN variant = word THEN of_word ELSE of_stem END, ' '), '')::tsvector
    FROM unnest(mahalli_tokens(given)) WITH ORDINALITY AS tokens(word, place), unnest(mahalli_variants(word)) AS variant);
"""

# Every word must be met by itself or a stem; with `last_open` the last one may still be half written. Small words do not count.
QUERY = r"""
CREATE FUNCTION mahalli_query(given text, last_open boolean) RETURNS tsquery LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (
    WITH asked AS (
        SELECT word, place, max(place) OVER () AS last_place
        FROM unnest(mahalli_tokens(given)) WITH ORDINALITY AS tokens(word, place)
        WHERE word <> ALL (ARRAY['من', 'في', 'علي', 'مع', 'عن', 'الي', 'و', 'او', 'the', 'of', 'in', 'with', 'and', 'from', 'a', 'for'])
        ORDER BY place LIMIT 8)
    SELECT string_agg('(' || (
        SELECT string_agg('''' || variant || '''' || CASE WHEN last_open AND place = last_place THEN ':*' ELSE '' END, ' | ')
        FROM unnest(mahalli_variants(word)) AS variant) || ')', ' & ')::tsquery
    FROM asked);
"""

# The functions a function calls go last.
NAMES = (
    "mahalli_query(text, boolean)",
    "mahalli_vector(text, text, text)",
    "mahalli_variants(text)",
    "mahalli_tokens(text)",
    "mahalli_fold(text)",
)


class Migration(migrations.Migration):
    dependencies = [("search", "0001_good_documents")]
    operations = [
        migrations.RunSQL(
            sql=[FOLD, TOKENS, VARIANTS, VECTOR, QUERY],
            reverse_sql=[f"DROP FUNCTION {name}" for name in NAMES],
        )
    ]
