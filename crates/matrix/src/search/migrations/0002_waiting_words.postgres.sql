-- By itself PostgreSQL gathers new words in a list beside the index, which each search reads to its end.
ALTER INDEX search_text_words SET (fastupdate = off);
SELECT gin_clean_pending_list('search_text_words')
