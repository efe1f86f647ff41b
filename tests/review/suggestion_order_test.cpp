// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/suggestion_order.h"

#include <QTest>

using namespace boxwright;

namespace {

/// Images 1, 2, ... with suggestions of these confidences.
Dataset datasetWith(const QList<QList<double>> &confidences)
{
    std::vector<ImageRecord> images;
    qint64 id = 100;
    for (qsizetype i = 0; i < confidences.size(); ++i) {
        ImageRecord image;
        image.info.id = ImageId{i + 1};
        for (const double confidence : confidences[i])
            image.suggestions.append({SuggestionId{id++}, ClassId{1}, {1, 1, 5, 5}, confidence, QStringLiteral("m")});
        images.push_back(image);
    }
    return Dataset({}, std::move(images));
}

QList<qint64> ids(const QList<OpenImage> &images)
{
    QList<qint64> result;
    for (const OpenImage &image : images)
        result.append(toNumber(image.image));
    return result;
}

} // namespace

class SuggestionOrderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void entropyIsThatOfACoin();
    void theMostDoubtfulImageComesFirst();
    void onlySuggestionsFromTheSmallestConfidenceOnCount();
    void whereDoubtIsEqualTheFullerImageComesFirst();
};

void SuggestionOrderTest::entropyIsThatOfACoin()
{
    QCOMPARE(binaryEntropy(0), 0.0);
    QCOMPARE(binaryEntropy(1), 0.0);
    QCOMPARE(binaryEntropy(0.5), 1.0);
    QVERIFY(qAbs(binaryEntropy(0.11) - 0.499916) < 1e-6); // scipy.stats.entropy([.11, .89], base=2)
    QCOMPARE(binaryEntropy(0.89), binaryEntropy(0.11));
}

void SuggestionOrderTest::theMostDoubtfulImageComesFirst()
{
    const QList<OpenImage> open = imagesByUncertainty(datasetWith({{0.9, 0.95}, {}, {0.99, 0.52}, {0.3}}), 0.1);
    QCOMPARE(ids(open), (QList<qint64>{3, 4, 1}));
    QCOMPARE(open[0].leastSure, 0.52);
    QCOMPARE(open[0].suggestions, 2);
}

void SuggestionOrderTest::onlySuggestionsFromTheSmallestConfidenceOnCount()
{
    const QList<OpenImage> open = imagesByUncertainty(datasetWith({{0.9, 0.5}, {0.7, 0.6}, {0.55}}), 0.6);
    QCOMPARE(ids(open), (QList<qint64>{2, 1}));
    QCOMPARE(open[1].suggestions, 1);
    QCOMPARE(open[1].leastSure, 0.9);
}

void SuggestionOrderTest::whereDoubtIsEqualTheFullerImageComesFirst()
{
    QCOMPARE(ids(imagesByUncertainty(datasetWith({{0.6}, {0.6, 0.6}, {0.6}}), 0.5)), (QList<qint64>{2, 1, 3}));
}

QTEST_GUILESS_MAIN(SuggestionOrderTest)
#include "suggestion_order_test.moc"
