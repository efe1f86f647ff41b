// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/model_view.h"

#include "core/detect/detector_backend.h"
#include "ui/charts/metric_chart.h"
#include "ui/models/cloud_card.h"
#include "ui/models/cloud_export_line.h"
#include "ui/models/measure_card.h"
#include "ui/project_models/model_name.h"
#include "ui/theme/theme.h"
#include "ui/words/duration_text.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

#include <memory>

namespace boxwright {

namespace {

constexpr int kSettingColumns = 2;

QFrame *makeCard(QGridLayout *&grid, const QString &title)
{
    auto *card = new QFrame;
    setKind(*card, "card");
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    auto *heading = new QLabel(title);
    setKind(*heading, "title");
    layout->addWidget(heading);
    grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(6);
    layout->addLayout(grid);
    layout->addStretch(1);
    return card;
}

void clear(QGridLayout &grid)
{
    while (const std::unique_ptr<QLayoutItem> item{grid.takeAt(0)})
        const std::unique_ptr<QWidget> gone(item->widget());
}

/// A dim name with its value behind it.
void addPair(QGridLayout &grid, int row, int column, const std::pair<QString, QString> &pair)
{
    auto *name = new QLabel(pair.first);
    setKind(*name, "dim");
    auto *value = new QLabel(pair.second);
    value->setWordWrap(true);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    grid.addWidget(name, row, 2 * column, Qt::AlignTop);
    grid.addWidget(value, row, 2 * column + 1, Qt::AlignTop);
    grid.setColumnStretch(2 * column + 1, 1);
}

QString startOf(const RunRecord &run)
{
    if (!run.startModel.isEmpty())
        return modelName(run.startModel);
    return run.weightsFile.isEmpty() ? ModelView::tr("from scratch") : QFileInfo(run.weightsFile).fileName();
}

QString decisionsOf(const ModelInfo &info)
{
    return info.classes.join(QLatin1Char('\n')) + (info.pixels ? pixelInputName(*info.pixels) : QString());
}

} // namespace

ModelView::ModelView(ProjectSession &session, const BackendSource &backend, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
{
    m_problem = new QLabel;
    m_problem->setObjectName(QStringLiteral("modelProblem"));
    m_problem->setWordWrap(true);
    setKind(*m_problem, "warn");
    m_exportLine = new CloudExportLine;
    m_cloud = new CloudCard;
    connect(m_cloud, &CloudCard::namesWanted, this, &ModelView::namesWanted);
    connect(m_cloud, &CloudCard::probeWanted, this, &ModelView::probeWanted);
    m_curve = new MetricChart;
    m_curve->setTop(1);
    m_measure = new MeasureCard(session, backend);
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(buildFacts(), 1);
    row->addWidget(m_curve, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(16);
    layout->addLayout(buildHead());
    layout->addLayout(buildActions());
    layout->addWidget(m_exportLine);
    layout->addWidget(m_problem);
    layout->addWidget(m_cloud);
    layout->addLayout(row);
    layout->addWidget(m_measure);
    layout->addWidget(buildSettings());
    layout->addStretch(1);
}

QHBoxLayout *ModelView::buildHead()
{
    m_title = new QLabel;
    m_title->setObjectName(QStringLiteral("modelTitle"));
    m_title->setFont(themeFont(15, true));
    m_origin = new QLabel;
    m_origin->setObjectName(QStringLiteral("modelOrigin"));
    m_origin->setWordWrap(true);
    setKind(*m_origin, "dim");
    auto *folder = new QPushButton(tr("Show folder"));
    m_remove = new QPushButton;
    m_remove->setObjectName(QStringLiteral("removeModel"));
    connect(m_remove, &QPushButton::clicked, this, &ModelView::removeWanted);
    connect(folder, &QPushButton::clicked, this, [this] {
        const QFileInfo model(m_folder);
        QDesktopServices::openUrl(QUrl::fromLocalFile(model.isDir() ? m_folder : model.absolutePath()));
    });
    auto *names = new QVBoxLayout;
    names->setSpacing(2);
    names->addWidget(m_title);
    names->addWidget(m_origin);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addLayout(names, 1);
    head->addWidget(m_remove, 0, Qt::AlignTop);
    head->addWidget(folder, 0, Qt::AlignTop);
    return head;
}

QHBoxLayout *ModelView::buildActions()
{
    m_use = new QPushButton;
    m_use->setObjectName(QStringLiteral("useThisModel"));
    m_use->setToolTip(tr("Suggestions come from this model from now on."));
    m_further = new QPushButton(tr("Train further"));
    m_further->setObjectName(QStringLiteral("trainFurther"));
    m_export = new QPushButton(tr("Export for SageMaker..."));
    m_export->setObjectName(QStringLiteral("exportForCloud"));
    m_export->setToolTip(tr("Writes model.tar.gz as SageMaker's own training leaves it."));
    connect(m_use, &QPushButton::clicked, this, &ModelView::useWanted);
    connect(m_further, &QPushButton::clicked, this, &ModelView::trainFurtherWanted);
    connect(m_export, &QPushButton::clicked, this, [this] { m_exportLine->begin(m_info, m_session.folder()); });
    auto *actions = new QHBoxLayout;
    actions->setSpacing(8);
    actions->addWidget(m_use);
    actions->addWidget(m_further);
    actions->addWidget(m_export);
    actions->addStretch(1);
    return actions;
}

QWidget *ModelView::buildFacts()
{
    QFrame *card = makeCard(m_facts, tr("What it is"));
    card->setObjectName(QStringLiteral("modelFacts"));
    return card;
}

QWidget *ModelView::buildSettings()
{
    QFrame *card = makeCard(m_settings, tr("Hyperparameters"));
    card->setObjectName(QStringLiteral("modelSettings"));
    return card;
}

void ModelView::show(const ModelEntry &entry)
{
    if (m_folder != entry.run.model)
        m_exportLine->clear();
    m_folder = entry.run.model;
    m_title->setText(entry.run.name);
    m_origin->setText(
        entry.isOpened
            ? tr("opened from %1").arg(QDir::toNativeSeparators(entry.run.model))
            : tr("trained here, %1").arg(QLocale().toString(entry.run.started.date(), QLocale::ShortFormat)));
    m_remove->setText(entry.isOpened ? tr("Forget") : tr("Move to the trash..."));
    Result<ModelInfo> info = failure(entry.problem);
    if (!entry.isOpened)
        info = readModelInfo(entry.run.model);
    else if (entry.info)
        info = *entry.info;
    m_isReadable = info.has_value();
    m_info = info.value_or(ModelInfo());
    QString problem = info ? problemOf(*info) : info.error().message;
    if (entry.isBeingRead())
        problem = tr("The model is being opened...");
    setKind(*m_problem, m_isReadable ? "warn" : entry.isBeingRead() ? "dim" : "bad");
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    showState(entry);
    showFacts(entry, m_info);
    showSettings(m_info);
    showCurve(entry.run);
}

void ModelView::showState(const ModelEntry &entry)
{
    m_further->setEnabled(m_isReadable && m_info.isTrainable && !m_session.isReadOnly());
    m_further->setToolTip(m_info.isTrainable
                              ? tr("Goes to the Train page with this model as the start.")
                              : tr("Its network is none of those that this program trains: it only detects."));
    m_export->setEnabled(m_isReadable);
    m_cloud->show(m_info);
    m_measure->setVisible(m_isReadable);
    m_measure->setModel(m_isReadable && m_info.hasClassNames ? entry.run.model : QString(), decisionsOf(m_info));
}

void ModelView::setInUse(bool isInUse)
{
    m_use->setText(isInUse ? tr("Makes the suggestions") : tr("Use for suggestions"));
    m_use->setEnabled(!isInUse && m_isReadable && !m_session.isReadOnly());
    setKind(*m_use, isInUse ? "" : "primary");
}

void ModelView::setRemovable(bool isRemovable)
{
    m_remove->setEnabled(isRemovable);
}

QString ModelView::problemOf(const ModelInfo &info) const
{
    if (!info.hasClassNames)
        return tr("Its classes have no names yet, so that it makes no suggestions and cannot be measured.");
    QStringList missing;
    for (const QString &name : info.classes) {
        if (!m_session.dataset().classNamed(name))
            missing << name;
    }
    return missing.isEmpty() ? QString()
                             : tr("This project does not have these classes; what the model finds of them is left "
                                  "out: %1")
                                   .arg(missing.join(QStringLiteral(", ")));
}

void ModelView::showFacts(const ModelEntry &entry, const ModelInfo &info)
{
    const QLocale locale;
    const RunRecord &run = entry.run;
    QList<std::pair<QString, QString>> pairs{
        {tr("Base network"), run.baseNetwork.isEmpty() ? tr("unknown") : run.baseNetwork}};
    if (info.isArtifact)
        pairs << std::pair(tr("Runs in"), info.isTrainable
                                              ? tr("this program's own network: it can be trained further")
                                              : tr("the graph runner, operator by operator: it only detects"));
    if (info.imageShape > 0)
        pairs << std::pair(tr("Input"), tr("%1 × %1 pixels").arg(info.imageShape));
    if (!info.classes.isEmpty() && !info.isArtifact)
        pairs << std::pair(tr("Classes"), info.classes.join(QStringLiteral(", ")));
    if (run.bestMap >= 0)
        pairs << std::pair(tr("Best mAP"),
                           run.bestEpoch > 0
                               ? tr("%1 at epoch %2").arg(locale.toString(run.bestMap, 'f', 3)).arg(run.bestEpoch)
                               : locale.toString(run.bestMap, 'f', 3));
    if (run.trainingImages >= 0)
        pairs << std::pair(
            tr("Learned from"),
            run.labels >= 0
                ? tr("%1 images, %2 labels").arg(locale.toString(run.trainingImages), locale.toString(run.labels))
                : tr("%1 images").arg(locale.toString(run.trainingImages)));
    if (!entry.isOpened)
        pairs << std::pair(tr("Started from"), startOf(run));
    if (run.seconds >= 0)
        pairs << std::pair(tr("Duration"), durationText(run.seconds));
    clear(*m_facts);
    m_facts->parentWidget()->setVisible(!entry.isBeingRead());
    for (int row = 0; row < pairs.size(); ++row)
        addPair(*m_facts, row, 0, pairs[row]);
}

void ModelView::showSettings(const ModelInfo &info)
{
    clear(*m_settings);
    int index = 0;
    for (auto entry = info.hyperparameters.cbegin(); entry != info.hyperparameters.cend(); ++entry, ++index)
        addPair(*m_settings, index / kSettingColumns, index % kSettingColumns, {entry.key(), entry.value()});
    m_settings->parentWidget()->setVisible(index > 0);
}

void ModelView::showCurve(const RunRecord &run)
{
    MetricChart::Curve curve;
    for (const EpochEvent &epoch : run.epochs) {
        if (epoch.validationMap >= 0)
            curve.points << QPointF(epoch.epoch, epoch.validationMap);
    }
    m_curve->setVisible(curve.points.size() > 1);
    if (curve.points.size() < 2)
        return;
    m_curve->setHeadline({{tr("Validation mAP"), ChartRole::Plain},
                          {QLocale().toString(run.bestMap, 'f', 2), ChartRole::Main},
                          {tr("best at epoch %1").arg(run.bestEpoch), ChartRole::Quiet}});
    m_curve->setEpochs(run.epochs.constLast().epoch);
    m_curve->setCurves({curve});
}

} // namespace boxwright
