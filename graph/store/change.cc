#include "graph/store/change.h"

namespace chido {

bool Change::empty() const {
  return delete_documents.empty() && delete_entities.empty() && delete_statements.empty() &&
         delete_evidence.empty() && delete_block_rows.empty() && delete_pending.empty() &&
         delete_judgements.empty() && delete_redirects.empty() && put_articles.empty() &&
         put_readings.empty() && put_entities.empty() && put_statements.empty() &&
         put_evidence.empty() && put_block_rows.empty() && put_redirects.empty() &&
         put_judgements.empty() && put_pending.empty() && put_meta.empty();
}

}  // namespace chido
