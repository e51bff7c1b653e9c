#include "graph/view/boost_graph.h"

#include <gtest/gtest.h>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/graph_concepts.hpp>

#include "tests/support/drawn_store.h"

namespace chido {
namespace {

BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<StoreGraph>));
BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<StoreGraph>));
BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<CsrGraph>));
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<CsrGraph>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<CsrGraph>));

TEST(BoostGraphTest, AlgorithmsOfTheLibraryRunOnTheCopy) {
  const CsrGraph graph({EntityId{10}, EntityId{20}, EntityId{30}, EntityId{40}},
                       {{0, 1, 1}, {1, 2, 1}, {3, 0, 1}});
  std::vector<int> distance(4, -1);
  distance[0] = 0;
  const auto record = boost::record_distances(distance.data(), boost::on_tree_edge());
  boost::breadth_first_search(graph, 0U,
                              boost::visitor(boost::make_bfs_visitor(record))
                                  .vertex_index_map(boost::identity_property_map()));
  EXPECT_EQ(distance, (std::vector<int>{0, 1, 2, -1}));
}

TEST(BoostGraphTest, EdgesOfTheStoreAreIteratedLikeAnyRange) {
  testing::DrawnStore drawn(R"(
    o:An   chaired m:Giao 2023-07-21
    o:Binh chaired m:Giao 2023-07-21
  )");
  const StoreGraph graph(drawn.snapshot(), {}, StoreGraph::Walk::kForward, {});
  const auto [first, last] = in_edges(drawn.Id("Giao"), graph);
  ASSERT_EQ(last - first, 2);
  EXPECT_EQ(source(*first, graph), drawn.Id("An"));
  EXPECT_EQ(target(first[1], graph), drawn.Id("Giao"));
  EXPECT_EQ(out_degree(drawn.Id("An"), graph), 1U);
}

TEST(CsrGraphTest, ACopyHasTheArcsThatTheFilterAdmits) {
  testing::DrawnStore drawn(R"(
    o:An   chaired  m:Giao 2023-07-21
    o:An   attended m:Giao 2023-07-21
    o:Binh chaired  m:Cu   2019-01-01
  )");
  const auto whole = CsrGraph::Copy(drawn.snapshot(), {});
  ASSERT_TRUE(whole);
  EXPECT_EQ(whole->arc_count(), 3U);
  const auto chairs = CsrGraph::Copy(drawn.snapshot(), EdgeFilter::Only(Predicate::kChaired));
  ASSERT_TRUE(chairs);
  EXPECT_EQ(chairs->arc_count(), 2U);
  const auto vertex = chairs->VertexOf(drawn.Id("Binh"));
  ASSERT_TRUE(vertex);
  ASSERT_EQ(chairs->Out(*vertex).size(), 1U);
  EXPECT_EQ(chairs->entity(chairs->Out(*vertex).front().target), drawn.Id("Cu"));
}

TEST(CsrGraphTest, ACopyOverItsBoundIsRefused) {
  testing::DrawnStore drawn("o:An chaired m:Giao\no:An chaired m:Cu\n");
  const auto copy = CsrGraph::Copy(drawn.snapshot(), {}, 1);
  ASSERT_FALSE(copy);
  EXPECT_EQ(copy.error().code, Code::kTooLarge);
}

}  // namespace
}  // namespace chido
