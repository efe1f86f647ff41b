// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/backend_source.h"
#include "ui/project_models/model_entries.h"

#include <QWidget>

class QGridLayout;
class QHBoxLayout;
class QLabel;
class QPushButton;

namespace boxwright {

class CloudCard;
class CloudExportLine;
class MeasureCard;
class MetricChart;

/// What is to be known of one model: where it comes from, what it finds, how it learned, how good it is. GUI thread;
/// owned by the Models page.
class ModelView : public QWidget
{
    Q_OBJECT

public:
    ModelView(ProjectSession &session, const BackendSource &backend, QWidget *parent = nullptr);

    void show(const ModelEntry &entry);
    /// Whether the shown model makes the suggestions.
    void setInUse(bool isInUse);
    void setRemovable(bool isRemovable);

Q_SIGNALS:
    void useWanted();
    void removeWanted();
    void trainFurtherWanted();
    void namesWanted();
    void probeWanted();

private:
    QHBoxLayout *buildHead();
    QHBoxLayout *buildActions();
    QWidget *buildFacts();
    QWidget *buildSettings();
    void showState(const ModelEntry &entry);
    void showFacts(const ModelEntry &entry, const ModelInfo &info);
    void showCurve(const RunRecord &run);
    void showSettings(const ModelInfo &info);
    [[nodiscard]] QString problemOf(const ModelInfo &info) const;

    ProjectSession &m_session;
    ModelInfo m_info;          ///< of the shown model
    QString m_folder;          ///< of it, or the archive
    bool m_isReadable = false; ///< what its files say of it
    QLabel *m_title = nullptr;
    QLabel *m_origin = nullptr;
    QLabel *m_problem = nullptr;
    QPushButton *m_use = nullptr;
    QPushButton *m_further = nullptr;
    QPushButton *m_export = nullptr;
    QPushButton *m_remove = nullptr;
    CloudExportLine *m_exportLine = nullptr;
    CloudCard *m_cloud = nullptr;
    QGridLayout *m_facts = nullptr;
    QGridLayout *m_settings = nullptr;
    MetricChart *m_curve = nullptr;
    MeasureCard *m_measure = nullptr;
};

} // namespace boxwright
