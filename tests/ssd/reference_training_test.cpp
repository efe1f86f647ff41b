// SPDX-License-Identifier: GPL-3.0-or-later
// How fast each parameter learns and decays, as MXNet had it in each $BOXWRIGHT_REFERENCE/mxnet/training/*.
#include "core/ssd/optimiser.h"
#include "tests/support/reference_models.h"

using namespace boxwright;
using namespace boxwright::ssd;

class ReferenceTrainingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void multipliersAreMxnets_data() { addArtifactRows(QStringLiteral("mxnet/training")); }
    void multipliersAreMxnets();
};

void ReferenceTrainingTest::multipliersAreMxnets()
{
    FETCH_ARTIFACT(folder);
    const nlohmann::json recorded = readReference(folder.filePath(QStringLiteral("expected.json")));
    const nlohmann::json &theirs = recorded.at("multipliers");
    QVERIFY(!theirs.empty());
    for (const auto &[name, value] : theirs.items()) {
        const Multipliers ours = ssdMultipliers(name);
        QVERIFY2(ours.rate == value.at("lr_mult").get<double>(), name.c_str());
        QVERIFY2(ours.decay == value.at("wd_mult").get<double>(), name.c_str());
    }
}

QTEST_GUILESS_MAIN(ReferenceTrainingTest)
#include "reference_training_test.moc"
