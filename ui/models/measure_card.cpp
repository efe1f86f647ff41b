// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/measure_card.h"

#include "core/jobs/job.h"
#include "core/session/training_snapshot.h"
#include "ui/dialogs/job_strip.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace boxwright {

namespace {

constexpr int kMostRowsShown = 12;

Result<EvaluationResult> measure(const BackendSource &source, const QString &model, TruthSet &truth,
                                 const std::pair<CancelFlag, ProgressSink> &control)
{
    const Result<std::unique_ptr<Detector>> detector = openDetector(source, model);
    if (!detector)
        return failure(detector.error());
    const auto evaluated = detectOnTruth(**detector, truth, control.first, control.second);
    if (!evaluated)
        return failure(evaluated.error());
    return evaluateDetections(*evaluated, int(truth.classes.size()), Metric::Voc);
}

qint64 truthCount(const TruthSet &truth, int classIndex)
{
    qint64 count = 0;
    for (const TruthImage &image : truth.images) {
        count += std::count_if(image.boxes.begin(), image.boxes.end(), [classIndex](const TruthBox &box) {
            return box.classIndex == classIndex && !box.isDifficult && !box.isCrowd;
        });
    }
    return count;
}

} // namespace

MeasureCard::MeasureCard(ProjectSession &session, BackendSource backend, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_backend(std::move(backend))
{
    setKind(*this, "card");
    build();
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_job && m_job->isRunning())
            m_job->cancel();
        else
            begin();
    });
    setModel({});
}

MeasureCard::~MeasureCard() = default;

void MeasureCard::build()
{
    auto *heading = new QLabel(tr("How good is it?"));
    setKind(*heading, "title");
    m_split = new QComboBox;
    m_split->setObjectName(QStringLiteral("measureSplit"));
    m_split->setAccessibleName(tr("Images to measure on"));
    m_split->addItem(tr("Validation images"), int(Split::Validation));
    m_split->addItem(tr("Test images"), int(Split::Test));
    m_split->addItem(tr("Training images"), int(Split::Train));
    m_split->addItem(tr("All labelled images"), int(Split::None));
    m_button = new QPushButton;
    m_button->setObjectName(QStringLiteral("measure"));
    m_words = new QLabel;
    m_words->setObjectName(QStringLiteral("measureWords"));
    m_words->setWordWrap(true);
    setKind(*m_words, "dim");
    m_strip = new JobStrip;
    m_table = new QTableWidget(0, 3);
    m_table->setObjectName(QStringLiteral("classPrecisions"));
    m_table->setAccessibleName(tr("Average precision of each class"));
    m_table->setHorizontalHeaderLabels({tr("Class"), tr("Average precision"), tr("Labels")});
    m_table->verticalHeader()->hide();
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setFocusPolicy(Qt::NoFocus);
    m_table->setShowGrid(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(heading, 1);
    head->addWidget(m_split);
    head->addWidget(m_button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(m_words);
    layout->addWidget(m_strip);
    layout->addWidget(m_table);
}

void MeasureCard::setModel(const QString &folder, const QString &decisions)
{
    if (folder == m_model && decisions == m_decisions && !folder.isEmpty())
        return;
    m_decisions = decisions;
    m_job.reset();
    m_strip->hide();
    m_model = folder;
    m_table->hide();
    m_words->setText(tr("Runs the model over labelled images and compares: 0 finds nothing, 1 finds everything "
                        "exactly. Validation and test images were not learned from."));
    showState();
}

void MeasureCard::begin()
{
    const auto split = static_cast<Split>(m_split->currentData().toInt());
    const TruthSet truth{m_session.dataset().classNames(), evaluationImages(m_session, split)};
    m_table->hide();
    if (truth.images.empty()) {
        m_words->setText(tr("No labelled image is in this split. The Data page splits the data set."));
        return;
    }
    m_words->clear();
    m_job = std::make_unique<Job>([this, backend = m_backend, model = m_model,
                                   truth = truth](const CancelFlag &cancel, const ProgressSink &progress) mutable {
        const Result<EvaluationResult> result = measure(backend, model, truth, {cancel, progress});
        return Job::Deliver([this, truth, result] { take(truth, result); });
    });
    connect(m_job.get(), &Job::finished, this, [this] {
        showState();
        Q_EMIT measured();
    });
    connect(m_job.get(), &Job::failed, this, [this](const Error &error) {
        m_words->setText(error.message);
        showState();
        Q_EMIT measured();
    });
    m_strip->follow(*m_job, tr("Opening the model..."));
    m_job->start();
    showState();
}

void MeasureCard::take(const TruthSet &truth, const Result<EvaluationResult> &result)
{
    if (!result) {
        m_words->setText(result.error().message);
        return;
    }
    m_words->setText(tr("mAP %1 on %n image(s), at IoU 0.5", nullptr, int(truth.images.size()))
                         .arg(QLocale().toString(result->map, 'f', 3)));
    fillTable(truth, *result);
}

void MeasureCard::fillTable(const TruthSet &truth, const EvaluationResult &result)
{
    const QLocale locale;
    m_table->setRowCount(int(truth.classes.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const double precision = result.averagePrecision[std::size_t(row)];
        const QString texts[] = {truth.classes[row],
                                 std::isnan(precision) ? tr("no labels") : locale.toString(precision, 'f', 3),
                                 locale.toString(truthCount(truth, row))};
        for (int column = 0; column < 3; ++column) {
            auto *item = new QTableWidgetItem(texts[column]);
            item->setTextAlignment((column > 0 ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
            m_table->setItem(row, column, item);
        }
    }
    const int shown = std::min(m_table->rowCount(), kMostRowsShown);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() +
                            shown * m_table->verticalHeader()->defaultSectionSize() + 2);
    m_table->show();
}

void MeasureCard::showState()
{
    const bool isRunning = m_job && m_job->isRunning();
    m_button->setText(isRunning ? tr("Stop") : tr("Measure"));
    m_button->setEnabled(!m_model.isEmpty());
    m_split->setEnabled(!isRunning);
}

} // namespace boxwright
