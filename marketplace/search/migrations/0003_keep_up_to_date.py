"""Triggers that write a good's searched words anew when the good, its kinds, its seller or their place change."""

from django.db import migrations

# One row a good: its own words, the words around it, and its description as far as search reads.
GATHER = r"""
CREATE VIEW search_goodwords AS
SELECT product.id AS product_id,
       concat_ws(' ', product.title_ar, product.title_en) AS title,
       concat_ws(' ', kinds.names, partner.name_ar, partner.name_en, locality.name_ar, locality.name_en, governorate.name_ar, governorate.name_en)
           AS around,
       left(concat_ws(' ', product.description_ar, product.description_en), 6000) AS description
FROM catalogue_product AS product
LEFT JOIN partner_partner AS partner ON partner.id = product.partner_id
LEFT JOIN core_locality AS locality ON locality.id = partner.locality_id
LEFT JOIN core_governorate AS governorate ON governorate.code = locality.governorate_id
LEFT JOIN LATERAL (
    SELECT string_agg(concat_ws(' ', category.name_ar, category.name_en), ' ') AS names
    FROM catalogue_productcategory AS link JOIN catalogue_category AS category ON category.id = link.category_id
    WHERE link.product_id = product.id) AS kinds ON true;
"""

WRITE = r"""
CREATE FUNCTION mahalli_index(goods bigint[]) RETURNS void LANGUAGE sql AS $$
    UPDATE search_gooddocument AS document
    SET words = array_to_string(mahalli_tokens(found.title || ' ' || found.around), ' '),
        vector = mahalli_vector(found.title, 'A', 'B') || mahalli_vector(found.around, 'B', 'C') || mahalli_vector(found.description, 'C', 'D')
    FROM search_goodwords AS found
    WHERE found.product_id = document.product_id AND document.product_id = ANY (goods);
$$;
"""

# Only a new good gets a row: while a good is being deleted, its kinds go one by one and must not bring the row back.
ON_GOOD = r"""
CREATE FUNCTION mahalli_good_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        DELETE FROM search_gooddocument WHERE product_id = OLD.id;
        RETURN OLD;
    END IF;
    IF TG_OP = 'INSERT' THEN
        INSERT INTO search_gooddocument (product_id, words, vector) VALUES (NEW.id, '', '') ON CONFLICT DO NOTHING;
    END IF;
    PERFORM mahalli_index(ARRAY[NEW.id::bigint]);
    RETURN NULL;
END $$;
CREATE TRIGGER search_good AFTER INSERT OR UPDATE OF title_ar, title_en, description_ar, description_en, partner_id ON catalogue_product
    FOR EACH ROW EXECUTE FUNCTION mahalli_good_changed();
CREATE TRIGGER search_good_gone BEFORE DELETE ON catalogue_product FOR EACH ROW EXECUTE FUNCTION mahalli_good_changed();
"""

ON_LINK = r"""
CREATE FUNCTION mahalli_link_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN PERFORM mahalli_index(ARRAY[OLD.product_id::bigint]); END IF;
    IF TG_OP <> 'DELETE' THEN PERFORM mahalli_index(ARRAY[NEW.product_id::bigint]); END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER search_link AFTER INSERT OR UPDATE OR DELETE ON catalogue_productcategory
    FOR EACH ROW EXECUTE FUNCTION mahalli_link_changed();
"""

ON_NAMES = r"""
CREATE FUNCTION mahalli_category_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM mahalli_index(ARRAY(SELECT product_id FROM catalogue_productcategory WHERE category_id = NEW.id));
    RETURN NULL;
END $$;
CREATE TRIGGER search_category AFTER UPDATE OF name_ar, name_en ON catalogue_category
    FOR EACH ROW WHEN ((OLD.name_ar, OLD.name_en) IS DISTINCT FROM (NEW.name_ar, NEW.name_en)) EXECUTE FUNCTION mahalli_category_changed();

CREATE FUNCTION mahalli_partner_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM mahalli_index(ARRAY(SELECT id FROM catalogue_product WHERE partner_id = NEW.id));
    RETURN NULL;
END $$;
CREATE TRIGGER search_partner AFTER UPDATE OF name_ar, name_en, locality_id ON partner_partner
    FOR EACH ROW WHEN ((OLD.name_ar, OLD.name_en, OLD.locality_id) IS DISTINCT FROM (NEW.name_ar, NEW.name_en, NEW.locality_id))
    EXECUTE FUNCTION mahalli_partner_changed();

CREATE FUNCTION mahalli_locality_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM mahalli_index(ARRAY(
        SELECT product.id FROM catalogue_product AS product JOIN partner_partner AS partner ON partner.id = product.partner_id
        WHERE partner.locality_id = NEW.id));
    RETURN NULL;
END $$;
CREATE TRIGGER search_locality AFTER UPDATE OF name_ar, name_en, governorate_id ON core_locality
    FOR EACH ROW EXECUTE FUNCTION mahalli_locality_changed();
"""

# A function may carry a setting of an extension only once the extension is loaded into the session that makes it.
LOAD_TRIGRAMS = "SELECT show_limit()"

# Goods whose title, kind, seller or place hold something near every word that was asked. The threshold is the function's own;
# the index answers for the longest word, the rows it finds are asked for the others.
NEAR = r"""
CREATE FUNCTION mahalli_near(given text) RETURNS SETOF bigint LANGUAGE plpgsql STABLE STRICT
SET pg_trgm.word_similarity_threshold = 0.5 AS $$
DECLARE
    asked text[] := (mahalli_tokens(given))[1:8];
    longest text := (SELECT word FROM unnest(asked) AS word ORDER BY length(word) DESC LIMIT 1);
BEGIN
    RETURN QUERY
    SELECT document.product_id::bigint FROM search_gooddocument AS document
    WHERE longest <% document.words AND NOT EXISTS (SELECT FROM unnest(asked) AS word WHERE NOT word <% document.words)
    ORDER BY word_similarity(array_to_string(asked, ' '), document.words) DESC, document.product_id DESC
    LIMIT 200;
END $$;
"""

FILL = r"""
INSERT INTO search_gooddocument (product_id, words, vector) SELECT id, '', '' FROM catalogue_product ON CONFLICT DO NOTHING;
SELECT mahalli_index(ARRAY(SELECT id FROM catalogue_product));
"""

UNDO = r"""
DROP FUNCTION mahalli_near(text);
DROP FUNCTION mahalli_good_changed(), mahalli_link_changed(), mahalli_category_changed(), mahalli_partner_changed(),
    mahalli_locality_changed() CASCADE;
DROP FUNCTION mahalli_index(bigint[]);
DROP VIEW search_goodwords;
"""


class Migration(migrations.Migration):
    dependencies = [("search", "0002_fold_and_stem")]
    operations = [migrations.RunSQL(sql=[GATHER, WRITE, ON_GOOD, ON_LINK, ON_NAMES, LOAD_TRIGRAMS, NEAR, FILL], reverse_sql=[UNDO])]
